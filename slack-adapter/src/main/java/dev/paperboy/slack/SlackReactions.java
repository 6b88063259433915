package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.Bot;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes each reaction once and in its order. Slack delivers an event up to four times over six minutes, so a late
 * repeat of "added" can come after "removed"; only what is newer than the last change of the same reaction counts.
 */
final class SlackReactions {
    /** Longer than Slack's retries take: at once, after one minute and after five more. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int MOST = 50_000;

    private record Place(UserRef user, MessageRef message, Emoji emoji) {}

    private final Bot bot;
    private final Cache<String, Boolean> recentEvents = cache();
    private final Cache<Place, String> lastChange = cache();

    SlackReactions(Bot bot) {
        this.bot = bot;
    }

    /** Has the bot take note, unless this event or a newer one of the same reaction was taken already. */
    void take(String eventId, String eventTs, UserRef user, MessageRef message, String emojiName, boolean added) {
        Optional<Emoji> emoji = SlackEmoji.read(emojiName);
        if (emoji.isEmpty() || recentEvents.getIfPresent(eventId) != null) {
            return;
        }
        Place place = new Place(user, message, emoji.get());
        lastChange.asMap().compute(place, (same, last) -> {
            if (last != null && isNewer(last, eventTs)) {
                return last;
            }
            bot.onReaction(new ReactionChange(user, message, emoji.get(), added));
            return eventTs;
        });
        recentEvents.put(eventId, true);
    }

    /** How many events were repeats. */
    CacheStats stats() {
        return recentEvents.stats();
    }

    /** Time stamps have ten digits before the point and six behind, so they compare as text. */
    private static boolean isNewer(String last, String eventTs) {
        return last.compareTo(eventTs) > 0;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .recordStats()
                .build();
    }
}
