package dev.paperboy.library;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A paper on somebody's list.
 *
 * @param paper which paper
 * @param savedAt when it was first saved, to the millisecond
 * @param state how far they are with it
 * @param remark what they wrote to it
 */
public record SavedEntry(PaperId paper, Instant savedAt, ReadingState state, Remark remark) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** When it was saved, for people: {@code Saved 20 Apr 2026}, by the calendar of UTC. */
    public String saved() {
        return "Saved " + DAY.format(savedAt.atOffset(ZoneOffset.UTC));
    }

    /** This and another entry of the same paper in one: saved at first, as far as either is, and all that was written. */
    public SavedEntry with(SavedEntry other) {
        Instant first = savedAt.isAfter(other.savedAt) ? other.savedAt : savedAt;
        return new SavedEntry(paper, first, state.or(other.state), remark.with(other.remark));
    }

    /** As {@link #with}, but this remark alone if both would be too long to be kept. */
    public SavedEntry adding(SavedEntry other) {
        SavedEntry both = with(other);
        return both.remark().fits() ? both : new SavedEntry(paper, both.savedAt(), both.state(), remark);
    }

    /** A paper as it comes onto a list. */
    public static SavedEntry of(PaperId paper, Instant savedAt) {
        return new SavedEntry(paper, savedAt, ReadingState.TO_READ, Remark.NONE);
    }
}
