package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.SampleContents;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "**bold** @everyone [a](http://evil) ``` <@123> → \\*\\*bold\\*\\* \\@everyone \\[a\\](http\\://evil) \\`\\`\\` \\<\\@123\\>",
                "Attention: a survey → Attention: a survey",
                ":smile: → \\:smile:",
                "# heading → \\# heading",
                "- item → \\- item",
                "1. item → 1\\. item",
                "2) item → 2\\) item",
                "a-b 1.5 # x → a-b 1.5 # x",
                "C:\\temp → C\\:\\\\temp",
                "a_b ~~c~~ ||d|| → a\\_b \\~\\~c\\~\\~ \\|\\|d\\|\\|",
            })
    void nothingIsMarkdown(String text, String escaped) {
        assertThat(DiscordText.line(text, 200)).isEqualTo(escaped);
    }

    @Test
    void everyLineOfATextIsGuarded() {
        assertThat(DiscordText.lines("a\n# b\n > c\n-# d", 200)).isEqualTo("a\n\\# b\n \\> c\n\\-# d");
    }

    @Test
    void directionTurnersControlsAndHalfCharactersAreLeftOut() {
        assertThat(DiscordText.line("a\u202Eb\u0000c\uD83Dd\u200Be👩‍🔬", 50)).isEqualTo("abcde👩‍🔬");
    }

    @Test
    void aCutIsVisibleAndBreaksNeitherWordsNorEscapesNorCharacters() {
        assertThat(DiscordText.line("one two three", 13)).isEqualTo("one two three");
        assertThat(DiscordText.line("one two three", 12)).isEqualTo("one two…");
        assertThat(DiscordText.line("*".repeat(100), 10)).isEqualTo("\\*\\*\\*\\*…");
        assertThat(DiscordText.line("😀".repeat(100), 10)).isEqualTo("😀😀😀😀…");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 50, 100, 333})
    void nothingIsEverTooLong(int most) {
        assertThat(DiscordText.line(SampleContents.HOSTILE, most).length()).isLessThanOrEqualTo(most);
        assertThat(DiscordText.code(SampleContents.HOSTILE, most + 2).length()).isLessThanOrEqualTo(most + 2);
        assertThat(DiscordText.plain("😀".repeat(200), most).length()).isLessThanOrEqualTo(2 * most);
        assertThat(DiscordText.link(SampleContents.HOSTILE, "x", URI.create("https://arxiv.org/abs/1"), 2 * most)
                        .length())
                .isLessThanOrEqualTo(2 * most);
    }

    @Test
    void aLinkKeepsItsAddressWhateverItsTextSays() {
        assertThat(DiscordText.link("x](http://evil) [y", "", URI.create("https://a.b/c(d)"), 200))
                .isEqualTo("[x］(http\\://evil) ［y](https://a.b/c%28d%29)");
        assertThat(DiscordText.link("script", "", URI.create("javascript:alert(1)"), 200))
                .isEqualTo("script");
    }

    @Test
    void hiddenTextAndHiddenMarksAreLeftOut() {
        String hidden = "\u061C" + Character.toString(0xE0001) + Character.toString(0xE0041) + "\u00AD";
        assertThat(DiscordText.line("a" + hidden + "b", 50)).isEqualTo("ab");
        assertThat(DiscordText.plain("a" + hidden + "b", 50)).isEqualTo("ab");
    }

    @Test
    void whateverSeparatesWordsOrLinesGoesOnSeparatingThem() {
        assertThat(DiscordText.line("a\u2028b\u2029c\u00A0d\u3000e\tf", 50)).isEqualTo("a b c d e f");
        assertThat(DiscordText.lines("a\tb\u2028# c\r\n# d", 50)).isEqualTo("a b\n\\# c\n\\# d");
    }

    @Test
    void aTitleInWhichNothingCanBeSeenIsStoodInFor() {
        String nothing = "\u200B\u2060 \u00A0\u200D";
        assertThat(DiscordText.link(nothing, "1706.03762", URI.create("https://arxiv.org/abs/1"), 200))
                .isEqualTo("[1706\\.03762](https://arxiv.org/abs/1)");
        assertThat(DiscordText.plain(nothing, 100)).isEmpty();
    }
}
