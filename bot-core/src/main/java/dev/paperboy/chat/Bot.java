package dev.paperboy.chat;

import dev.paperboy.command.Misread;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The port by which people reach Paperboy: an adapter turns what happens on its platform into values, and hands the
 * answer back. Every method may be called from any thread, blocks while it works, and never throws for anything that
 * a person can cause.
 */
public interface Bot {

    /** Answers a command or click. */
    Reply onCommand(CommandCall call);

    /** Answers a line that is no command. */
    Reply onMisread(Misread misread);

    /** Suggests values while somebody types, best first, at most 25; answers from memory. */
    List<Suggestion> onCompletion(CompletionCall call);

    /** Takes note of a reaction; the same change may come twice. */
    void onReaction(ReactionChange change);

    /**
     * Whether it is known by now which papers a message shows. People see a message, and react to it, a moment before
     * that is noted; an adapter whose platform repeats what is not acknowledged lets such a reaction come again.
     */
    default boolean knows(MessageRef message) {
        return true;
    }

    /** Takes note of where a reply that everybody sees has landed, so that reactions under it find their papers. */
    void onReplyPosted(MessageRef message, Content content);

    /**
     * The messages of ours that show papers, newest first. Where a platform tells nobody of the reactions of a gap, its
     * adapter reads them again below these.
     */
    default List<MessageRef> latestPosts(Platform platform, int most) {
        return List.of();
    }

    /**
     * Takes note of all reactions that stand under a message at this moment; those that have gone since count too.
     *
     * @return whether any of it was news
     */
    default boolean onReactionsRead(MessageRef message, Map<Emoji, Set<UserRef>> standing) {
        return false;
    }
}
