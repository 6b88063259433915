package dev.paperboy.library.file;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Citation keys as scholars' search engines form them, {@code vaswani2017attention}: small ASCII letters and digits,
 * unique within a list. Of two papers with the same key the one that was saved first has it bare, so that what is saved
 * later does not change a key that somebody cites already.
 */
final class CitationKeys {

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in", "is", "of",
            "on", "or", "the", "to", "towards", "toward", "what", "when", "why", "with");

    private CitationKeys() {}

    /** The key of each paper of a list. */
    static Map<PaperId, String> of(List<ListedPaper> list) {
        Map<PaperId, String> keys = new HashMap<>();
        Set<String> taken = new HashSet<>();
        list.stream()
                .sorted(Comparator.comparing(
                                (ListedPaper listed) -> listed.entry().savedAt())
                        .thenComparing(listed -> listed.paper().id()))
                .forEach(listed -> keys.put(listed.paper().id(), free(base(listed), taken)));
        return keys;
    }

    private static String free(String base, Set<String> taken) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> base + letters(number))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    /** Nothing, b, c … z, then two letters. */
    private static String letters(int number) {
        if (number == 0) {
            return "";
        }
        String last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letters(number / 26) + last;
    }

    private static String base(ListedPaper listed) {
        Paper paper = listed.paper();
        String author = paper.authors().stream()
                .findFirst()
                .map(first -> PersonName.of(first.name()))
                .map(name -> plain(name.group() ? name.family().split("\\s+")[0] : name.particle() + name.family()))
                .orElse("");
        String year = listed.day().map(LocalDate::getYear).map(String::valueOf).orElse("");
        String word = Stream.of(paper.title().split("[^\\p{L}\\p{M}\\p{N}]+"))
                .map(CitationKeys::plain)
                .filter(text -> !text.isEmpty() && !EMPTY_WORDS.contains(text))
                .findFirst()
                .orElse("");
        String key = author + year + word;
        return author.isEmpty() && word.isEmpty() ? "paper" + plain(paper.id().value()) : key;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replaceAll("[^a-z0-9]", "");
    }
}
