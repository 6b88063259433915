package dev.paperboy.discord;

import dev.paperboy.chat.Emoji;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Discord's emoji, which are Unicode, and the ones that mean something to Paperboy. */
final class DiscordEmoji {
    private static final Pattern VARIANTS = Pattern.compile("[\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]");

    private DiscordEmoji() {}

    /** The meaning of an emoji, whatever its skin tone and presentation; empty for any other. */
    static Optional<Emoji> read(String unicode) {
        String bare = VARIANTS.matcher(unicode).replaceAll("");
        return Arrays.stream(Emoji.values())
                .filter(emoji -> VARIANTS.matcher(write(emoji)).replaceAll("").equals(bare))
                .findFirst();
    }

    /** The emoji as Discord writes it. */
    static String write(Emoji emoji) {
        return switch (emoji) {
            case BOOKMARK -> "🔖";
            case THUMBS_UP -> "👍";
            case ONE -> "1️⃣";
            case TWO -> "2️⃣";
            case THREE -> "3️⃣";
            case FOUR -> "4️⃣";
            case FIVE -> "5️⃣";
            case SIX -> "6️⃣";
            case SEVEN -> "7️⃣";
            case EIGHT -> "8️⃣";
            case NINE -> "9️⃣";
            case TEN -> "🔟";
        };
    }
}
