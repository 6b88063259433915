package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel's wish for trending papers at its hour.
 *
 * @param id see {@link #idOf}
 * @param channel where to post
 * @param timetable when
 * @param count how many papers at most, 1 to {@value #MAX_COUNT}
 * @param topic what about
 * @param manners how else the channel wants to be served
 * @param madeBy who set it last
 * @param active whether it posts, or keeps its settings for later
 * @param lastEdition the local day of the newest edition, if there was one
 * @param lastError why the last edition did not arrive, for people; empty if it did
 */
public record Subscription(
        String id,
        ChannelRef channel,
        Timetable timetable,
        int count,
        Topic topic,
        Manners manners,
        UserRef madeBy,
        boolean active,
        Optional<LocalDate> lastEdition,
        Optional<String> lastError) {

    /** The most papers in one edition. */
    public static final int MAX_COUNT = 10;

    public Subscription {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("an edition has 1 to " + MAX_COUNT + " papers, not " + count);
        }
    }

    /** The id of a channel's schedule: a channel has one. */
    public static String idOf(ChannelRef channel) {
        return "schedule/" + channel.platform().name().toLowerCase(Locale.ROOT) + "/" + channel.space() + "/"
                + channel.id();
    }

    /** The same schedule, running or paused. */
    public Subscription withActive(boolean running) {
        return new Subscription(id, channel, timetable, count, topic, manners, madeBy, running, lastEdition, lastError);
    }

    /** The same schedule after its edition of a day. */
    public Subscription withLastEdition(LocalDate day) {
        return new Subscription(
                id, channel, timetable, count, topic, manners, madeBy, active, Optional.of(day), lastError);
    }

    /** The same schedule for one post with more papers, or fewer, as far as one may have. */
    public Subscription withCount(long papers) {
        return new Subscription(
                id,
                channel,
                timetable,
                (int) Math.clamp(papers, 1, MAX_COUNT),
                topic,
                manners,
                madeBy,
                active,
                lastEdition,
                lastError);
    }

    /** The local day of the next post after an instant: never a day that had its edition, or one before it. */
    public LocalDate nextDay(Instant after) {
        LocalDate next = timetable.nextAfter(after);
        return lastEdition
                .filter(last -> !next.isAfter(last))
                .map(last -> timetable.dayFrom(last.plusDays(1)))
                .orElse(next);
    }

    /** When the next post comes after an instant. */
    public Instant nextDue(Instant after) {
        return timetable.instantOn(nextDay(after));
    }
}
