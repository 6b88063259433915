package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Which papers were recommended to whom, so that none is twice; accounts that are linked have theirs in common. What a
 * method changed is durable when it returns.
 */
public interface Impressions {

    /**
     * Notes papers as shown to a reader.
     *
     * @return those that had not been shown to them before; of several calls at once, one has a paper
     */
    Set<PaperId> note(UserRef reader, Collection<PaperId> papers, Instant at);

    /** All papers that were shown to a reader. */
    Set<PaperId> of(UserRef reader);

    /**
     * Lets all papers come again.
     *
     * @return whether there were any
     */
    boolean forget(UserRef reader);
}
