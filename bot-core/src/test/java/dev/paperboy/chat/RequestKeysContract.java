package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link RequestKeys} keeps. */
public interface RequestKeysContract {

    /** An empty store, fresh for each test. */
    RequestKeys requestKeys();

    @Test
    default void aKeyGivesItsTextBack() {
        RequestKeys keys = requestKeys();
        String text = "search limit:3 -- 日本 '; drop table request_key; -- \uD83D\uDD16" + "x".repeat(4_000);

        String key = keys.keyOf(text);

        assertThat(key).matches("[A-Za-z0-9_-]{1,24}");
        assertThat(keys.textOf(key)).contains(text);
    }

    @Test
    default void theSameTextHasTheSameKey() {
        RequestKeys keys = requestKeys();

        String first = keys.keyOf("search -- one");

        assertThat(keys.keyOf("search -- one")).isEqualTo(first);
        assertThat(keys.keyOf("search -- two")).isNotEqualTo(first);
    }

    @Test
    default void anUnknownKeyHasNoText() {
        assertThat(requestKeys().textOf("nobody")).isEmpty();
    }
}
