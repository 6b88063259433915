package dev.paperboy.reaction;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Which reactions stand under our posts as far as we know, kept so that after a gap in the connection the reactions
 * read again show what has changed in it. What was noted is durable when the method returns.
 */
public interface StandingReactions {

    /**
     * Notes that a reaction stands, or no longer does; noting it again changes nothing.
     *
     * @param at when we heard of it
     */
    void note(ReactionChange change, Instant at);

    /**
     * Forgets whose a person's reactions are. They count no more while they stand, and one that is put anew, after it was
     * taken away, does.
     */
    void forget(UserRef person);

    /** Whether a reaction stood when {@linkplain #forget its person was forgotten}, and has stood since. */
    boolean isForgotten(ReactionChange change);

    /**
     * Leaves out the {@linkplain #isForgotten forgotten} of all reactions that stand under a message now. A forgotten one
     * that is not among them stands no more.
     */
    Map<Emoji, Set<UserRef>> counting(MessageRef message, Map<Emoji, Set<UserRef>> now);

    /** Who has reacted with what under a message. */
    Map<Emoji, Set<UserRef>> under(MessageRef message);
}
