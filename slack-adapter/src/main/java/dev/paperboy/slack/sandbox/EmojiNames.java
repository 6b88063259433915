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
            Map.entry("🙈", "see_no_evil"));
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
