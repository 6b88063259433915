package dev.paperboy.index;

import dev.paperboy.chat.Excerpt;
import dev.paperboy.chat.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries every word of a text: excerpts as {@link InMemoryPaperIndex} makes them. */
final class BruteForceExcerpts {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}]]+");
    private static final Pattern SENTENCE = Pattern.compile("\\S.*?(?:[.!?](?=\\s)|$)");

    /** Something sought, and where it stands. */
    private record Match(String sought, Span where) {}

    private BruteForceExcerpts() {}

    /** The sentence with the most of what is sought, and those behind it as far as there is room. */
    static Optional<Excerpt> of(List<String> sought, String text) {
        List<Match> matches =
                sought.stream().flatMap(each -> matches(each, text)).toList();
        return sentences(text)
                .reduce((one, other) -> variety(matches, other) > variety(matches, one) ? other : one)
                .filter(best -> variety(matches, best) > 0)
                .map(best -> Excerpt.of(
                                text,
                                extended(text, best),
                                matches.stream().map(Match::where).toList())
                        .within(PaperIndex.EXCERPT));
    }

    private static Stream<Match> matches(String sought, String text) {
        List<String> wanted = InMemoryPaperIndex.words(sought);
        List<Span> words = spans(WORD, text).toList();
        return wanted.isEmpty() || CommonWords.only(sought)
                ? Stream.empty()
                : IntStream.rangeClosed(0, words.size() - wanted.size())
                        .mapToObj(i -> new Span(
                                words.get(i).from(),
                                words.get(i + wanted.size() - 1).to()))
                        .filter(span -> InMemoryPaperIndex.words(text.substring(span.from(), span.to()))
                                .equals(wanted))
                        .map(span -> new Match(sought, span));
    }

    private static Stream<Span> sentences(String text) {
        return spans(SENTENCE, text);
    }

    private static Stream<Span> spans(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> new Span(found.start(), found.end()));
    }

    private static long variety(List<Match> matches, Span sentence) {
        return matches.stream()
                .filter(match ->
                        sentence.from() <= match.where().from() && match.where().to() <= sentence.to())
                .map(Match::sought)
                .distinct()
                .count();
    }

    private static Span extended(String text, Span sentence) {
        return sentences(text)
                .filter(next -> next.to() > sentence.to() && next.to() <= sentence.from() + PaperIndex.EXCERPT)
                .reduce(sentence, (one, next) -> new Span(one.from(), next.to()));
    }
}
