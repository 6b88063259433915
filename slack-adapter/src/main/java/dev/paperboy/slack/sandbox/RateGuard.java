package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's own limits, enforced on request: each method's calls a minute, one message a second and
 * channel, and several hundred a minute in all.
 */
final class RateGuard {
    /** "Several hundred messages per minute per workspace", says Slack. */
    private static final int POSTS_A_MINUTE = 300;

    private final Ticker ticker;
    private final Map<String, Deque<Long>> calls = new HashMap<>();
    private volatile boolean enforced;

    RateGuard(Ticker ticker) {
        this.ticker = ticker;
    }

    void enforce(boolean on) {
        enforced = on;
    }

    /** How long the caller must wait, or empty when the call may pass; a call that passes is counted. */
    Optional<Duration> check(String method, int perMinute, String channel) {
        if (!enforced) {
            return Optional.empty();
        }
        return method.equals("chat.postMessage")
                ? check(method + " " + channel, 1, Duration.ofSeconds(1))
                        .or(() -> check(method, POSTS_A_MINUTE, Duration.ofMinutes(1)))
                : perMinute == 0 ? Optional.empty() : check(method, perMinute, Duration.ofMinutes(1));
    }

    private synchronized Optional<Duration> check(String key, int most, Duration window) {
        long now = ticker.read();
        Deque<Long> seen = calls.computeIfAbsent(key, name -> new ArrayDeque<>());
        while (!seen.isEmpty() && now - seen.getFirst() >= window.toNanos()) {
            seen.removeFirst();
        }
        if (seen.size() < most) {
            seen.addLast(now);
            return Optional.empty();
        }
        return Optional.of(window.minusNanos(now - seen.getFirst()));
    }
}
