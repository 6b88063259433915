package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pieces an excerpt is made of. The marked ones stand in brackets. */
class ExcerptTest {

    private static final Pattern MARK = Pattern.compile("mark\\w*");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a mark here | a [mark] here",
                "mark | [mark]",
                "a mark mark-marks, mark | a [mark mark-marks], [mark]",
                "of $\\mark + x$-y | of [$\\mark + x$]-y",
                "$a$ mark $b$ | $a$ [mark] $b$",
                "for $5 mark and $10 | for $5 [mark] and $10",
                "a \\mark{x} | a [\\mark]{x}",
            })
    void marksAreWhole(String text, String shown) {
        assertThat(shown(Excerpt.of(text, new Span(0, text.length()), marks(text))))
                .isEqualTo(shown);
    }

    @Test
    void dotsStandWhereThePassageBeginsOrEndsInside() {
        String text = "One mark. Two mark. Three mark.";

        assertThat(shown(Excerpt.of(text, new Span(0, 10), marks(text)))).isEqualTo("One [mark].…");
        assertThat(shown(Excerpt.of(text, new Span(9, 20), marks(text)))).isEqualTo("… Two [mark].…");
        assertThat(shown(Excerpt.of(text, new Span(20, 25), marks(text)))).isEqualTo("… Three…");
        assertThat(shown(Excerpt.of(text, new Span(20, 31), marks(text)))).isEqualTo("… Three [mark].");
    }

    @Test
    void overlappingMarksAreOne() {
        assertThat(shown(Excerpt.of("abcdef", new Span(0, 6), List.of(new Span(2, 4), new Span(1, 3), new Span(1, 4)))))
                .isEqualTo("a[bcd]ef");
    }

    @Test
    void whatIsTooLongKeepsItsMarksAndItsBeginningIfItCan() {
        String early = "A mark at once and then words " + "and words ".repeat(20);
        String late = "Words " + "and words ".repeat(20) + "before the mark and its marks";

        assertThat(shown(whole(early).within(40))).isEqualTo("A [mark] at once and then words and…");
        assertThat(shown(whole(late).within(40))).isEqualTo("… the [mark] and its [marks]");
        assertThat(whole(late).within(40).within(40)).isEqualTo(whole(late).within(40));
        assertThat(whole(late).within(4_000)).isEqualTo(whole(late));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 80, 240})
    void nothingIsEverTooLong(int most) {
        for (String text :
                List.of("mark".repeat(200), "😀".repeat(300) + " mark " + "😀".repeat(300), "x mark ".repeat(90))) {
            Excerpt excerpt = whole(text).within(most);

            assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(most).endsWith("…");
            assertThat(excerpt.text().codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        }
    }

    private static Excerpt whole(String text) {
        return Excerpt.of(text, new Span(0, text.length()), marks(text));
    }

    private static List<Span> marks(String text) {
        return MARK.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    private static String shown(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
