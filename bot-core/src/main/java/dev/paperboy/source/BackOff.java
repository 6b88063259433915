package dev.paperboy.source;

import java.time.Duration;

/**
 * How often and how patiently a failed request is tried again.
 *
 * @param attempts how often in all, at least 1
 * @param first the wait after the first failure; it doubles each time
 * @param longest the longest wait of our own choosing
 * @param patience the longest wait on a provider's demand; if it wants more, the request fails at once
 */
public record BackOff(int attempts, Duration first, Duration longest, Duration patience) {

    /** Four attempts within about a quarter of a minute, or two minutes each if the provider asks for it. */
    public static final BackOff DEFAULT =
            new BackOff(4, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(2));

    public BackOff {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt");
        }
    }

    /** The wait after a failed attempt, counted from 1. */
    Duration after(int attempt) {
        Duration wait = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
