package dev.paperboy.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Texts.cut("12345", 5)).isEqualTo("12345");
        assertThat(Texts.quote(" two\n words ")).isEqualTo("“two words”");
    }

    @Test
    void whatIsTooLongIsCutVisiblyAndNeverInsideACharacter() {
        assertThat(Texts.cut("123456", 5)).isEqualTo("1234…");
        assertThat(Texts.cut("123😀6", 5)).isEqualTo("123…");
        assertThat(Texts.cut("12😀56", 5)).isEqualTo("12😀…");
        assertThat(Texts.quote("x".repeat(200))).hasSize(82).endsWith("…”");
    }
}
