package dev.paperboy.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The schedules whose channel refuses our posts: a right is lost, the channel is gone, the bot was removed. Their
 * settings stay. What a method changed is durable when it returns.
 */
public interface Refusals {

    /**
     * That a channel refuses.
     *
     * @param times how often in a row, at least 1
     * @param nextTry not to be tried before
     */
    record Refusal(int times, Instant nextTry) {

        private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
        private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
        private static final int DOUBLINGS = 6;

        /** One more refusal after those before it; the pauses double, up to an hour. */
        static Refusal after(Optional<Refusal> before, Instant now) {
            int already = before.map(Refusal::times).orElse(0);
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(already, DOUBLINGS));
            Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return new Refusal(already + 1, now.plus(pause));
        }
    }

    /** How a schedule's channel refuses; empty if it does not, as far as we know. */
    Optional<Refusal> of(String subscription);

    /** Keeps the latest refusal of a schedule's channel in place of the one before. */
    void note(String subscription, Refusal refusal);

    /** A schedule's channel takes our posts. */
    void forget(String subscription);
}
