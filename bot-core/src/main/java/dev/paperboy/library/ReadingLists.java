package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Everybody's list of saved papers. What a method changed is durable when it returns; repeating it does no harm. */
public interface ReadingLists {

    /**
     * Puts a paper on a list; one that is there already keeps its place and its instant.
     *
     * @return whether it is new there
     */
    boolean save(UserRef user, PaperId paper, Instant at);

    /**
     * Takes a paper off a list.
     *
     * @return whether it was there
     */
    boolean remove(UserRef user, PaperId paper);

    boolean contains(UserRef user, PaperId paper);

    /** Those on whose lists any of some papers is, by paper; but for those who {@linkplain #want want} no notes. */
    Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers);

    /** Whether somebody wants a note when something is new about a saved paper; everybody does who never said otherwise. */
    boolean wants(UserRef user);

    /** Notes whether somebody wants such notes. */
    void want(UserRef user, boolean notes);

    /**
     * A stretch of a list, newest first; those of one instant the last saved first.
     *
     * @param offset how many to skip, at least 0
     * @param limit how many at most, at least 1
     */
    SavedPage page(UserRef user, int offset, int limit);
}
