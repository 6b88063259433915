package dev.paperboy.slack.sandbox;

import java.util.Map;

/** Slack's names for the emoji that a test or the page may give as a character. */
final class EmojiNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("🔖", "bookmark"),
            Map.entry("👍", "+1"),
            Map.entry("👎", "-1"),
            Map.entry("✅", "white_check_mark"),
            Map.entry("❌", "x"),
            Map.entry("👀", "eyes"),
            Map.entry("🔥", "fire"),
            Map.entry("⭐", "star"),
            Map.entry("❤", "heart"),
            Map.entry("🎉", "tada"),
            Map.entry("🚀", "rocket"),
            Map.entry("🙈", "see_no_evil"),
            Map.entry("1\u20E3", "one"),
            Map.entry("2\u20E3", "two"),
            Map.entry("3\u20E3", "three"),
            Map.entry("4\u20E3", "four"),
            Map.entry("5\u20E3", "five"),
            Map.entry("6\u20E3", "six"),
            Map.entry("7\u20E3", "seven"),
            Map.entry("8\u20E3", "eight"),
            Map.entry("9\u20E3", "nine"),
            Map.entry("🔟", "keycap_ten"));
    /** Stands in a keycap too, between the digit and U+20E3. */
    private static final String VARIATION_SELECTOR = "\uFE0F";

    private EmojiNames() {}

    /** Slack's name for a character, or the name itself without its colons. */
    static String nameOf(String emoji) {
        String plain = emoji.replace(VARIATION_SELECTOR, "");
        if (plain.length() > 2 && plain.startsWith(":") && plain.endsWith(":")) {
            return plain.substring(1, plain.length() - 1);
        }
        return NAMES.getOrDefault(plain, plain);
    }
}
