package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every dated sighting of a paper's counts, kept side by side and never overwritten. Instants are kept to the
 * millisecond at least.
 */
public interface Observations {

    /**
     * Keeps what is not kept yet; durable when it returns. Of two observations with the same paper, instant and list the
     * first one recorded stays.
     *
     * @return how many were new
     */
    int record(Collection<Observation> observations);

    /** What was seen of one paper at or before an instant: oldest first, those of one instant in recorded order. */
    List<Observation> of(PaperId paper, Instant until);

    /**
     * The history of every paper that was seen in a span, as it was known at the span's end.
     *
     * <p>A paper counts as seen if an observation in the span carries an upvote count, a star count or a listing day.
     * Its list then holds all its observations at or before {@code until}, those before the span too, ordered as in
     * {@link #of}. The papers come in the order of their first observation: oldest first, those of one instant in
     * recorded order.
     *
     * @param from the first instant of the span
     * @param until the last instant of the span, itself included
     */
    Map<PaperId, List<Observation>> seenBetween(Instant from, Instant until);

    /** When the latest observation of all was made; empty if there is none. */
    Optional<Instant> newest();

    /** A number that grows with every call of {@link #record} that kept something, whichever process made it. */
    long generation();
}
