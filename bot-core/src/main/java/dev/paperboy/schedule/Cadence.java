package dev.paperboy.schedule;

import java.time.Duration;

/**
 * How often a job runs.
 *
 * @param pause from the end of one run to the beginning of the next, longer than zero; the first run comes at once
 */
public record Cadence(Duration pause) {

    public Cadence {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("a job needs a pause longer than zero, not " + pause);
        }
    }

    /** Again and again, with a pause between. */
    public static Cadence every(Duration pause) {
        return new Cadence(pause);
    }
}
