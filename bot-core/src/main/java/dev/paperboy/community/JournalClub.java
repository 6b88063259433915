package dev.paperboy.community;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the people of each channel want to discuss, and what they chose. What a method changed is durable when it returns;
 * repeating it does no harm.
 */
public interface JournalClub {

    /** The longest name of a member that is kept, in characters. */
    int LONGEST_NAME = 80;

    /**
     * A paper that was shown in a channel and is wanted there. Somebody wants it by a 🔖 under a message of the channel
     * that shows it; a member of the club also by having it on the reading list, and no longer once they have read it.
     *
     * @param people how many want it, at least 1; linked accounts are one person
     * @param names of those who are members, in the order in which they joined
     * @param since when the first of them wanted it
     */
    record Wish(PaperId paper, int people, List<String> names, Instant since) {

        public Wish {
            names = List.copyOf(names);
        }
    }

    /**
     * A paper that was chosen.
     *
     * @param timetable when the club meets, if that is known
     */
    record Pick(ChannelRef channel, PaperId paper, Instant at, Optional<Timetable> timetable) {}

    /** What is wanted and was not chosen yet: by most people first, then the longest. */
    List<Wish> wishes(ChannelRef channel);

    /**
     * Chooses a paper.
     *
     * @return whether nobody had chosen it before; of several at once, one has
     */
    boolean pick(Pick pick);

    /** The latest choice of a channel. */
    Optional<Pick> latest(ChannelRef channel);

    /** Takes a choice back. */
    void unpick(ChannelRef channel, PaperId paper);

    /** Makes somebody a member, or brings their name up to date. */
    void join(ChannelRef channel, UserRef member, String name, Instant at);

    /**
     * Ends a membership.
     *
     * @return whether there was one
     */
    boolean leave(ChannelRef channel, UserRef member);
}
