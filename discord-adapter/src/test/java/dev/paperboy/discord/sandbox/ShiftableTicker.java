package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that a test pushes forward: one that stands still else, and one that runs. */
public final class ShiftableTicker {
    private final AtomicLong shift = new AtomicLong();

    /** Real time, pushed forward. */
    public LongSupplier running() {
        return () -> System.nanoTime() + shift.get();
    }

    /** Time that goes on only when pushed. */
    public LongSupplier standing() {
        return shift::get;
    }

    /** Discord's pace, with a patience that ends only when told. */
    public SandboxPace pace() {
        return SandboxPace.real().withTicker(running()).withPatience(standing());
    }

    public void advance(Duration by) {
        shift.addAndGet(by.toNanos());
    }
}
