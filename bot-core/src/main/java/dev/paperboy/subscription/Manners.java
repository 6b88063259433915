package dev.paperboy.subscription;

import java.time.Duration;

/**
 * How a channel wants to be served, apart from when and with what.
 *
 * @param quietDay what happens when there is nothing to post
 * @param catchUp what becomes of posts whose hour passed while nobody was there to make them
 * @param settling how long a paper must have been known before it is posted, so that its votes have settled; at most
 *     {@link #LONGEST_SETTLING}
 */
public record Manners(QuietDay quietDay, CatchUp catchUp, Duration settling) {

    /** Three days: a paper that was known for longer has mostly stopped trending. */
    public static final Duration LONGEST_SETTLING = Duration.ofDays(3);

    /** As for a channel that said nothing. */
    public static final Manners USUAL = new Manners(QuietDay.SAY, CatchUp.LATE, Duration.ZERO);

    /** What a channel wants on a day without papers. */
    public enum QuietDay {
        /** A short note that says why. */
        SAY,
        /** Nothing. */
        SILENT
    }

    /** What a channel wants after a time without posts; never more than one post, whatever was missed. */
    public enum CatchUp {
        /** The last post that was missed, late. */
        LATE,
        /** One late post with room for the papers of all days that were missed. */
        MERGE,
        /** Nothing until the next hour comes. */
        SKIP
    }

    public Manners {
        if (settling.isNegative() || settling.compareTo(LONGEST_SETTLING) > 0) {
            throw new IllegalArgumentException("papers settle for up to " + LONGEST_SETTLING + ", not " + settling);
        }
    }

    Manners with(QuietDay other) {
        return new Manners(other, catchUp, settling);
    }

    Manners with(CatchUp other) {
        return new Manners(quietDay, other, settling);
    }

    Manners with(Duration other) {
        return new Manners(quietDay, catchUp, other);
    }
}
