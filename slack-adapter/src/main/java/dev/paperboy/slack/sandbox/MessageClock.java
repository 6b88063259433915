package dev.paperboy.slack.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Hands out message time stamps ({@code ts}): unique, and growing even when the clock moves back. */
final class MessageClock {
    private final InstantSource clock;
    private long lastMicros;

    MessageClock(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        lastMicros = Math.max(now, lastMicros + 1);
        return format(lastMicros);
    }

    /** Never hands out a time stamp up to this one again. */
    synchronized void passed(String ts) {
        String[] parts = ts.split("\\.");
        lastMicros = Math.max(lastMicros, Long.parseLong(parts[0]) * 1_000_000 + Long.parseLong(parts[1]));
    }

    private static String format(long micros) {
        return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
    }
}
