package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Questions about papers, none of them twice, so that no cache can answer; the same for the same papers and seed. */
final class Questions {

    /** A paper is remembered by three to five words of its title. */
    private static final int FEWEST_WORDS = 3;

    private static final int MOST_WORDS = 5;

    /** A phrase is a topic if so many titles hold it. */
    private static final int TITLES_OF_A_TOPIC = 5;

    private static final int LONGEST_TOPIC = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private final List<Paper> papers;
    private final Random chance;
    private final List<String> topics;
    private final Set<String> asked = new HashSet<>();

    Questions(List<Paper> papers, Random chance) {
        this.papers = papers;
        this.chance = chance;
        this.topics = topics(papers);
    }

    /** Three to five words of a title and a surname each. */
    List<String> remembered(int many) {
        return distinct(many, () -> anyRemembered().text());
    }

    /**
     * One or two phrases each that are common in titles, as in {@code graph neural networks drug discovery}: their words
     * are more frequent than those of a single title.
     */
    List<String> topical(int many) {
        return distinct(many, () -> chance.nextBoolean() ? anyTopic() : anyTopic() + " " + anyTopic());
    }

    /** Both kinds by turns. */
    List<String> mixed(int many) {
        List<String> remembered = remembered(many - many / 2);
        List<String> topical = topical(many / 2);
        return IntStream.range(0, many)
                .mapToObj(i -> (i % 2 == 0 ? remembered : topical).get(i / 2))
                .toList();
    }

    /** What stands in the box after each key, while titles and names are typed: beginnings, none of them twice. */
    List<String> keystrokes(int many) {
        List<String> typed = new ArrayList<>();
        while (typed.size() < many) {
            String text = beginning(papers.get(chance.nextInt(papers.size()))).toLowerCase(Locale.ROOT);
            IntStream.rangeClosed(1, text.length())
                    .mapToObj(end -> text.substring(0, end).strip())
                    .filter(asked::add)
                    .forEach(typed::add);
        }
        return List.copyOf(typed.subList(0, many));
    }

    private List<String> distinct(int many, Supplier<String> next) {
        return Stream.generate(next).filter(asked::add).limit(many).toList();
    }

    private Remembered anyRemembered() {
        int words = FEWEST_WORDS + chance.nextInt(MOST_WORDS - FEWEST_WORDS + 1);
        return Stream.generate(() -> Remembered.of(papers.get(chance.nextInt(papers.size())), words, chance))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private String anyTopic() {
        return topics.get(chance.nextInt(topics.size()));
    }

    /** Three words of a title, or, for one in three, an author's name. */
    private String beginning(Paper paper) {
        return chance.nextInt(3) == 0 && !paper.authors().isEmpty()
                ? paper.authors().getFirst().name()
                : String.join(" ", words(paper).stream().limit(3).toList());
    }

    private static List<String> topics(List<Paper> papers) {
        Map<String, Integer> titles = new HashMap<>();
        papers.forEach(paper -> phrases(words(paper)).forEach(phrase -> titles.merge(phrase, 1, Integer::sum)));
        return titles.entrySet().stream()
                .filter(phrase -> phrase.getValue() >= TITLES_OF_A_TOPIC)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Two or three words side by side without a stop word. */
    private static Set<String> phrases(List<String> words) {
        Set<String> phrases = new HashSet<>();
        for (int begin = 0; begin < words.size(); begin++) {
            for (int end = begin + 2; end <= Math.min(begin + LONGEST_TOPIC, words.size()); end++) {
                List<String> phrase = words.subList(begin, end);
                if (phrase.stream().noneMatch(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET::contains)) {
                    phrases.add(String.join(" ", phrase));
                }
            }
        }
        return phrases;
    }

    private static List<String> words(Paper paper) {
        return Stream.of(BETWEEN_WORDS.split(paper.title().toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
