package dev.paperboy.config.sandbox;

import java.util.Locale;
import java.util.Map;

/** The emoji that mean something to Paperboy: characters on Discord, names on Slack. */
final class EmojiNames {

    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("bookmark", "🔖"),
            Map.entry("+1", "👍"),
            Map.entry("thumbsup", "👍"),
            Map.entry("one", "1️⃣"),
            Map.entry("two", "2️⃣"),
            Map.entry("three", "3️⃣"),
            Map.entry("four", "4️⃣"),
            Map.entry("five", "5️⃣"),
            Map.entry("six", "6️⃣"),
            Map.entry("seven", "7️⃣"),
            Map.entry("eight", "8️⃣"),
            Map.entry("nine", "9️⃣"),
            Map.entry("keycap_ten", "🔟"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("🔖", "bookmark"),
            Map.entry("👍", "+1"),
            Map.entry("1⃣", "one"),
            Map.entry("2⃣", "two"),
            Map.entry("3⃣", "three"),
            Map.entry("4⃣", "four"),
            Map.entry("5⃣", "five"),
            Map.entry("6⃣", "six"),
            Map.entry("7⃣", "seven"),
            Map.entry("8⃣", "eight"),
            Map.entry("9⃣", "nine"),
            Map.entry("🔟", "keycap_ten"));
    private static final String VARIATION_SELECTOR = "\uFE0F";

    private EmojiNames() {}

    /** The character behind a name, with or without colons; what is no known name is a character already. */
    static String character(String emoji) {
        String name = emoji.strip().replaceAll("^:|:$", "").toLowerCase(Locale.ROOT);
        return CHARACTERS.getOrDefault(name, emoji.strip());
    }

    /** Slack's name for a character; what is no known character is a name already. */
    static String name(String emoji) {
        String plain = emoji.strip().replace(VARIATION_SELECTOR, "");
        return NAMES.getOrDefault(plain, plain.replaceAll("^:(.+):$", "$1"));
    }
}
