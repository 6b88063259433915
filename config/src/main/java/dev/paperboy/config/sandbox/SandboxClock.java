package dev.paperboy.config.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time by which everything in the sandbox lives: it runs on like real time, from wherever it was set. */
final class SandboxClock implements InstantSource {

    private final InstantSource real;
    private volatile Duration ahead = Duration.ZERO;
    private volatile Runnable moved = () -> {};

    SandboxClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Moves the clock, forth or back; it runs on from there. */
    void set(Instant instant) {
        ahead = Duration.between(real.instant(), instant);
        moved.run();
    }

    /** Calls back at every later move, before whoever moved it goes on. */
    void onMove(Runnable listener) {
        moved = listener;
    }

    /** What time it is outside the sandbox. */
    Instant today() {
        return real.instant();
    }
}
