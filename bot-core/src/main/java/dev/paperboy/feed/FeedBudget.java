package dev.paperboy.feed;

import java.time.Duration;

/**
 * How much one run of a feed may take; what is left over, the next run takes.
 *
 * @param batches at most so many, at least 1
 * @param time no new batch is begun after so long
 */
public record FeedBudget(int batches, Duration time) {

    /** A hundred batches or ten minutes. */
    public static final FeedBudget DEFAULT = new FeedBudget(100, Duration.ofMinutes(10));

    public FeedBudget {
        if (batches < 1) {
            throw new IllegalArgumentException("a run takes at least one batch");
        }
    }
}
