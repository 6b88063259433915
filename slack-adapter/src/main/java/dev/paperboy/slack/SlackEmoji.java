package dev.paperboy.slack;

import dev.paperboy.chat.Emoji;
import java.util.Map;
import java.util.Optional;

/** Slack's emoji names and ours. */
final class SlackEmoji {
    private static final String SKIN_TONE = "::skin-tone-";
    private static final Map<String, Emoji> NAMES = Map.ofEntries(
            Map.entry("bookmark", Emoji.BOOKMARK),
            Map.entry("+1", Emoji.THUMBS_UP),
            Map.entry("thumbsup", Emoji.THUMBS_UP),
            Map.entry("one", Emoji.ONE),
            Map.entry("two", Emoji.TWO),
            Map.entry("three", Emoji.THREE),
            Map.entry("four", Emoji.FOUR),
            Map.entry("five", Emoji.FIVE),
            Map.entry("six", Emoji.SIX),
            Map.entry("seven", Emoji.SEVEN),
            Map.entry("eight", Emoji.EIGHT),
            Map.entry("nine", Emoji.NINE),
            Map.entry("keycap_ten", Emoji.TEN));

    private SlackEmoji() {}

    /** The emoji of a reaction's name, whatever its skin tone; empty if it means nothing to us. */
    static Optional<Emoji> read(String name) {
        int tone = name.indexOf(SKIN_TONE);
        return Optional.ofNullable(NAMES.get(tone < 0 ? name : name.substring(0, tone)));
    }
}
