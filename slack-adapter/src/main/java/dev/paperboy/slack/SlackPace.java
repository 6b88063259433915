package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.paperboy.chat.ChatException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps messages to one channel apart by {@link SlackLimits#BETWEEN_POSTS}, first come first served. A limiter that
 * counts per period, as resilience4j's does, would let two pass in one breath where one period ends and the next begins.
 */
final class SlackPace {
    private final Ticker ticker;
    private final Cache<String, AtomicLong> nextFree =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    SlackPace(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Waits for this channel's turn. */
    void await(String channel) {
        long wait = reserve(channel);
        if (wait > 0) {
            try {
                Thread.sleep(Duration.ofNanos(wait));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ChatException(ChatException.Kind.UNAVAILABLE, "stopped while waiting to post", e);
            }
        }
    }

    /** Books the next free moment and says how many nanoseconds off it is. */
    private long reserve(String channel) {
        long now = ticker.read();
        AtomicLong free = nextFree.get(channel, name -> new AtomicLong(now));
        long gap = SlackLimits.BETWEEN_POSTS.toNanos();
        long mine = free.getAndUpdate(next -> Math.max(next, now) + gap);
        return Math.max(mine, now) - now;
    }
}
