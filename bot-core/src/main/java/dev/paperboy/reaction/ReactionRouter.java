package dev.paperboy.reaction;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.library.ReadingLists;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Carries out what a reaction means. It asks the platform nothing: our own record says which papers a message shows,
 * however old it is. Coming twice, or out of order with itself, a change does no more than once.
 */
public final class ReactionRouter {

    private final PostedPapers posted;
    private final ReadingLists lists;
    private final StandingReactions standing;
    private final InstantSource clock;

    public ReactionRouter(PostedPapers posted, ReadingLists lists, StandingReactions standing, InstantSource clock) {
        this.posted = posted;
        this.lists = lists;
        this.standing = standing;
        this.clock = clock;
    }

    /** Saves or removes what the reaction means. */
    public void on(ReactionChange change) {
        switch (ReactionMeaning.of(change.emoji(), posted.at(change.message()))) {
            case ReactionMeaning.Save save -> {
                save.papers().forEach(paper -> {
                    if (change.added()) {
                        lists.save(change.user(), paper, clock.instant());
                    } else {
                        lists.remove(change.user(), paper, clock.instant());
                    }
                });
                // Last: what was not noted is done again, which does no harm.
                standing.note(change);
            }
            case ReactionMeaning.Nothing _ -> {
                // other people's conversation
            }
        }
    }

    /**
     * Catches up with the reactions that stand under a message now. Only what differs from our last knowledge counts:
     * a paper that somebody took off their list by command stays off, though their bookmark still stands.
     */
    public void read(MessageRef message, Map<Emoji, Set<UserRef>> now) {
        Map<Emoji, Set<UserRef>> before = standing.under(message);
        for (Emoji emoji : Emoji.values()) {
            Set<UserRef> stood = before.getOrDefault(emoji, Set.of());
            Set<UserRef> stand = now.getOrDefault(emoji, Set.of());
            minus(stood, stand).forEach(user -> on(new ReactionChange(user, message, emoji, false)));
            minus(stand, stood).forEach(user -> on(new ReactionChange(user, message, emoji, true)));
        }
    }

    private static Set<UserRef> minus(Set<UserRef> all, Set<UserRef> without) {
        Set<UserRef> rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
