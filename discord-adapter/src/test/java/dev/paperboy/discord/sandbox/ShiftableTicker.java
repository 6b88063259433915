package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Real time that a test can push forward. */
public final class ShiftableTicker implements LongSupplier {
    private final AtomicLong shift = new AtomicLong();

    @Override
    public long getAsLong() {
        return System.nanoTime() + shift.get();
    }

    public void advance(Duration by) {
        shift.addAndGet(by.toNanos());
    }
}
