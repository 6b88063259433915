package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Emoji;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordEmojiTest {
    @ParameterizedTest
    @EnumSource(Emoji.class)
    void whatIsWrittenIsReadBack(Emoji emoji) {
        assertThat(DiscordEmoji.read(DiscordEmoji.write(emoji))).contains(emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏻", "👍🏿", "👍\uFE0F"})
    void skinToneAndPresentationDoNotMatter(String thumb) {
        assertThat(DiscordEmoji.read(thumb)).contains(Emoji.THUMBS_UP);
    }

    @Test
    void keycapsCountWithAndWithoutTheirSelector() {
        assertThat(DiscordEmoji.read("3\u20E3")).contains(Emoji.THREE);
        assertThat(DiscordEmoji.read("3\uFE0F\u20E3")).contains(Emoji.THREE);
    }

    @Test
    void otherEmojiMeanNothing() {
        assertThat(DiscordEmoji.read("🎉")).isEmpty();
        assertThat(DiscordEmoji.read("bookmark")).isEmpty();
        assertThat(DiscordEmoji.read("")).isEmpty();
    }
}
