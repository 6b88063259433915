package dev.paperboy.config.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that runs on like real time and is set ahead while no bot is there to see it, as a machine that was off. */
final class ChaosClock implements InstantSource {

    private final InstantSource real;
    private volatile Duration ahead;

    ChaosClock(InstantSource real, Instant beginning) {
        this.real = real;
        this.ahead = Duration.between(real.instant(), beginning);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** How far it is ahead of real time; may be negative. */
    Duration ahead() {
        return ahead;
    }

    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Goes to an instant, never back. */
    void passUntil(Instant instant) {
        Duration left = Duration.between(instant(), instant);
        if (left.isPositive()) {
            pass(left);
        }
    }
}
