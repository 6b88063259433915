package dev.paperboy.discord.sandbox;

import java.time.InstantSource;

/**
 * Discord's ids: milliseconds since 2015 shifted by 22 bits. Strictly increasing even when the clock stands still or
 * moves back.
 */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;

    private final InstantSource clock;
    private long last;

    Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        long now = Math.max(0, clock.millis() - EPOCH) << 22;
        last = Math.max(last + 1, now);
        return Long.toString(last);
    }

    /** From here on no id is smaller than this one. */
    synchronized void continueAfter(String id) {
        last = Math.max(last, Long.parseLong(id));
    }

    synchronized String last() {
        return Long.toString(last);
    }
}
