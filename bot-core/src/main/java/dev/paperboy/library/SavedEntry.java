package dev.paperboy.library;

import dev.paperboy.paper.PaperId;
import java.time.Instant;

/**
 * A paper on somebody's list.
 *
 * @param paper which paper
 * @param savedAt when it was first saved, to the millisecond
 * @param state how far they are with it
 * @param remark what they wrote to it
 */
public record SavedEntry(PaperId paper, Instant savedAt, ReadingState state, Remark remark) {

    /** A paper as it comes onto a list. */
    public static SavedEntry of(PaperId paper, Instant savedAt) {
        return new SavedEntry(paper, savedAt, ReadingState.TO_READ, Remark.NONE);
    }
}
