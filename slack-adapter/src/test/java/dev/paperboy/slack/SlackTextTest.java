package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackTextTest {

    @Test
    void cutsVisiblyAtAWord() {
        assertThat(SlackText.plain("one two three", 9)).isEqualTo("one two…");
        assertThat(SlackText.plain("one two", 7)).isEqualTo("one two");
    }

    @Test
    void neverCutsASurrogatePairInTwo() {
        assertThat(SlackText.plain("🔖🔖🔖🔖", 4)).isEqualTo("🔖…");
    }

    @Test
    void escapesWhatOpensMarkupAndNothingElse() {
        assertThat(SlackText.escaped("<!channel> & *bold* &amp;", 100))
                .isEqualTo("&lt;!channel&gt; &amp; *bold* &amp;amp;");
    }

    @Test
    void removesWhatNobodySees() {
        assertThat(SlackText.plain("a\u202Eb\u0007c\nd\te", 100)).isEqualTo("abc\nd e");
        assertThat(SlackText.plain("\u200Ea\u200F\u061C", 100)).isEqualTo("a");
        assertThat(SlackText.plain("a\u2028b\u2029c", 100)).isEqualTo("a b c");
    }
}
