package dev.paperboy.config.sandbox;

import dev.paperboy.chat.Emoji;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The emoji that mean something to Paperboy: characters on Discord, names on Slack. */
final class EmojiNames {

    private static final String VARIATION_SELECTOR = "\uFE0F";

    /**
     * One emoji as the platforms write it.
     *
     * @param character Discord's way
     * @param name Slack's way, without colons
     */
    private record Sign(String character, String name) {}

    private EmojiNames() {}

    /** What an emoji means, whichever way it is written. */
    static Optional<Emoji> meaning(String emoji) {
        String name = bareName(emoji);
        String character = plain(emoji);
        return find(sign -> sign.name().equals(name) || plain(sign.character()).equals(character));
    }

    /** The character behind a name, with or without colons; what is no known name is a character already. */
    static String character(String emoji) {
        return meaning(emoji).map(known -> sign(known).character()).orElse(emoji.strip());
    }

    /** Slack's name for a character; what is no known character is a name already. */
    static String name(String emoji) {
        return meaning(emoji)
                .map(known -> sign(known).name())
                .orElse(plain(emoji).replaceAll("^:(.+):$", "$1"));
    }

    private static Optional<Emoji> find(Predicate<Sign> wanted) {
        return Arrays.stream(Emoji.values())
                .filter(emoji -> wanted.test(sign(emoji)))
                .findFirst();
    }

    private static String bareName(String emoji) {
        String name = emoji.strip().replaceAll("^:|:$", "").toLowerCase(Locale.ROOT);
        return name.equals("thumbsup") ? "+1" : name;
    }

    private static String plain(String character) {
        return character.strip().replace(VARIATION_SELECTOR, "");
    }

    private static Sign sign(Emoji emoji) {
        return switch (emoji) {
            case BOOKMARK -> new Sign("🔖", "bookmark");
            case THUMBS_UP -> new Sign("👍", "+1");
            case ONE -> new Sign("1️⃣", "one");
            case TWO -> new Sign("2️⃣", "two");
            case THREE -> new Sign("3️⃣", "three");
            case FOUR -> new Sign("4️⃣", "four");
            case FIVE -> new Sign("5️⃣", "five");
            case SIX -> new Sign("6️⃣", "six");
            case SEVEN -> new Sign("7️⃣", "seven");
            case EIGHT -> new Sign("8️⃣", "eight");
            case NINE -> new Sign("9️⃣", "nine");
            case TEN -> new Sign("🔟", "keycap_ten");
        };
    }
}
