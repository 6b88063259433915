package dev.paperboy.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which interactions are worth an answer: those that come for the first time and, while a broken connection's
 * events are replayed, those whose three seconds are not over. In quiet times age is not looked at, so that a host
 * whose clock is wrong still answers.
 */
final class DiscordFreshness extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordFreshness.class);

    private final InstantSource clock;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(DiscordLimits.TOKEN_MINUTES))
            .maximumSize(100_000)
            .recordStats()
            .build();
    private volatile boolean replaying;

    DiscordFreshness(InstantSource clock) {
        this.clock = clock;
    }

    boolean isNews(Interaction interaction) {
        if (!isFirst(interaction.getId())) {
            return false;
        }
        Duration age = Duration.between(interaction.getTimeCreated().toInstant(), clock.instant());
        if (replaying && age.toSeconds() >= DiscordLimits.FIRST_RESPONSE_SECONDS) {
            LOG.warn(
                    "dropped Discord interaction {}: {} s old when the connection was resumed",
                    interaction.getId(),
                    age.toSeconds());
            return false;
        }
        return true;
    }

    /** Asks with {@code get}, which unlike the view as a map counts hits and misses. */
    private boolean isFirst(String id) {
        AtomicBoolean first = new AtomicBoolean();
        var _ = seen.get(id, unseen -> {
            first.set(true);
            return true;
        });
        return first.get();
    }

    CacheStats stats() {
        return seen.stats();
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        replaying = true;
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        replaying = false;
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        replaying = false;
    }

    @Override
    public void onReady(ReadyEvent event) {
        replaying = false;
    }
}
