package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * What somebody remembers of a paper: words of its title, in any order, and one author's surname.
 *
 * @param words of at least {@value #SHORTEST} letters and no stop words; the surname last
 */
record Remembered(PaperId paper, List<String> words) {

    private static final int SHORTEST = 4;

    /** A word keeps its hyphens and digits. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private static final Pattern SURNAME = Pattern.compile("[\\p{L}'’-]{2,}");

    /** Empty if the title has too few such words, or nobody has a surname. */
    static Optional<Remembered> of(Paper paper, int words, Random chance) {
        List<String> title = titleWords(paper);
        List<String> surnames = surnames(paper);
        if (title.size() < words || surnames.isEmpty()) {
            return Optional.empty();
        }
        Collections.shuffle(title, chance);
        List<String> remembered = new ArrayList<>(title.subList(0, words));
        remembered.add(surnames.get(chance.nextInt(surnames.size())));
        return Optional.of(new Remembered(paper.id(), List.copyOf(remembered)));
    }

    String text() {
        return String.join(" ", words);
    }

    /** The same with one {@link Typo} in one of the words that are long enough; empty if none is. */
    Optional<String> misspelt(Random chance) {
        List<Integer> longOnes = IntStream.range(0, words.size())
                .filter(i -> words.get(i).length() >= Typo.SHORTEST)
                .boxed()
                .toList();
        if (longOnes.isEmpty()) {
            return Optional.empty();
        }
        int wrong = longOnes.get(chance.nextInt(longOnes.size()));
        List<String> typed = new ArrayList<>(words);
        typed.set(wrong, Typo.in(words.get(wrong), chance));
        return Optional.of(String.join(" ", typed));
    }

    /** Each once, in whatever case it stands there first. */
    private static List<String> titleWords(Paper paper) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(BETWEEN_WORDS.split(paper.title()))
                .filter(word -> word.length() >= SHORTEST)
                .filter(word -> !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word.toLowerCase(Locale.ROOT)))
                .forEach(words::add);
        return new ArrayList<>(words);
    }

    private static List<String> surnames(Paper paper) {
        return paper.authors().stream()
                .map(author -> author.name().substring(author.name().lastIndexOf(' ') + 1))
                .filter(name -> SURNAME.matcher(name).matches())
                .toList();
    }
}
