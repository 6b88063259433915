package dev.paperboy.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words so common in English that searching for them says nothing: Lucene's short list. */
public final class CommonWords {

    private static final Set<String> WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private CommonWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text holds words, and all of them are common. */
    public static boolean only(String text) {
        String words = NO_WORD.matcher(text).replaceAll(" ").strip();
        return !words.isEmpty() && Arrays.stream(words.split(" ")).allMatch(CommonWords::contains);
    }

    static Set<String> all() {
        return WORDS;
    }
}
