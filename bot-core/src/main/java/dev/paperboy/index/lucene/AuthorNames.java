package dev.paperboy.index.lucene;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** People's names as terms for autocomplete: what is typed first, then the name as written. */
final class AuthorNames {

    private static final char SEPARATOR = '\u0000';
    private static final int LONGEST = 100;

    private AuthorNames() {}

    /** One entry that begins with the whole name and one that begins with its last word. */
    static Stream<String> entries(String name) {
        String key = key(name);
        if (key.isEmpty() || name.length() > LONGEST || name.indexOf(SEPARATOR) >= 0) {
            return Stream.empty();
        }
        int last = key.lastIndexOf(' ') + 1;
        return Stream.of(key, key.substring(last)).distinct().map(begin -> begin + SEPARATOR + name);
    }

    /** The name in an entry. */
    static String name(String entry) {
        return entry.substring(entry.indexOf(SEPARATOR) + 1);
    }

    /** Words in lower case without accents, points or hyphens, one space between. */
    static String key(String text) {
        char[] typed = text.toLowerCase(Locale.ROOT).toCharArray();
        char[] folded = new char[4 * typed.length];
        int length = ASCIIFoldingFilter.foldToASCII(typed, 0, folded, 0, typed.length);
        return new String(folded, 0, length)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
