package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Emoji;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackEmojiTest {

    @ParameterizedTest
    @CsvSource({
        "bookmark, BOOKMARK",
        "+1, THUMBS_UP",
        "+1::skin-tone-2, THUMBS_UP",
        "thumbsup::skin-tone-6, THUMBS_UP",
        "one, ONE",
        "keycap_ten, TEN"
    })
    void readsSlacksNames(String name, Emoji emoji) {
        assertThat(SlackEmoji.read(name)).contains(emoji);
    }

    @Test
    void knowsNothingOfOtherEmoji() {
        assertThat(SlackEmoji.read("tada")).isEmpty();
        assertThat(SlackEmoji.read("")).isEmpty();
    }
}
