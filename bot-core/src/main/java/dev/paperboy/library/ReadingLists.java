package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody's list of saved papers; accounts that are linked have one in common. What a method changed is
 * durable when it returns; repeating it does no harm.
 */
public interface ReadingLists {

    /** How long a paper that was taken off keeps its place for one who puts it back. */
    Duration PLACE_KEPT = Duration.ofDays(1);

    /** How long it keeps its state and remark; the first change to any list after that forgets them. */
    Duration REMARK_KEPT = Duration.ofDays(30);

    /**
     * Puts a paper on a list. One that is there already stays as it is; one that was taken off comes back with its state
     * and remark, and within {@link #PLACE_KEPT} to its place.
     *
     * @return whether it is new there
     */
    boolean save(UserRef user, PaperId paper, Instant at);

    /**
     * Puts entries onto a list as they are, all of them or none. One whose paper is there already adds to what stands
     * there, by {@link SavedEntry#adding}.
     *
     * @return how many are new there
     */
    int addAll(UserRef user, List<SavedEntry> entries);

    /**
     * Takes a paper off a list.
     *
     * @return whether it was there
     */
    boolean remove(UserRef user, PaperId paper, Instant at);

    /** A paper on a list. */
    Optional<SavedEntry> find(UserRef user, PaperId paper);

    default boolean contains(UserRef user, PaperId paper) {
        return find(user, paper).isPresent();
    }

    /** Notes how far somebody is with a paper on their list; without it there, nothing. */
    void mark(UserRef user, PaperId paper, ReadingState state);

    /** Keeps what somebody wrote to a paper on their list, in place of what stood there; without it there, nothing. */
    void annotate(UserRef user, PaperId paper, Remark remark);

    /** All papers that are on a list, or were taken off it and are not forgotten yet. */
    Set<PaperId> everOn(UserRef user);

    /** A whole list, newest first; those of one instant the last saved first. */
    List<SavedEntry> entries(UserRef user);

    /**
     * Those on whose lists any of some papers is, by paper, each person once; but for those who {@linkplain #want want} no notes or are not
     * interested in it.
     */
    Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers);

    /** Whether somebody wants a note when something is new about a saved paper; everybody does who never said otherwise. */
    boolean wants(UserRef user);

    /** Notes whether somebody wants such notes. */
    void want(UserRef user, boolean notes);
}
