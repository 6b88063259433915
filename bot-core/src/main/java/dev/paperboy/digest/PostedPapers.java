package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which message of ours shows which papers, kept for good, so that a reaction under an old post still means them. */
public interface PostedPapers {

    /** Why a message was posted. */
    enum Occasion {
        /** Unasked, by schedule: the same channel must not get the paper so again. */
        DIGEST,
        /** As an answer to somebody: shows a paper, but does not stand in for a later scheduled post. */
        REPLY
    }

    /**
     * Keeps what a message shows, in place of what it showed before; durable when it returns.
     *
     * @param papers in the order shown, possibly none
     */
    void record(MessageRef message, List<PaperId> papers, Occasion occasion);

    /** Counts a paper as posted in a channel by schedule though nobody knows in which message; durable when it returns. */
    void assume(ChannelRef channel, PaperId paper);

    /** The papers of a message in the order shown; empty if it is not ours or shows none. */
    List<PaperId> at(MessageRef message);

    /** All papers that were ever posted in a channel by schedule. */
    Set<PaperId> postedIn(ChannelRef channel);

    /** Those of some papers that were ever posted in a channel by schedule. */
    default Set<PaperId> postedIn(ChannelRef channel, Collection<PaperId> among) {
        Set<PaperId> all = postedIn(channel);
        return among.stream().filter(all::contains).collect(Collectors.toSet());
    }

    /** The messages of a platform that show papers, newest first: on every platform later messages have greater ids. */
    List<MessageRef> latest(Platform platform, int most);
}
