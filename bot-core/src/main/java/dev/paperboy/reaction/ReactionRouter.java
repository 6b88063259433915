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

    /**
     * Does what the reaction means.
     *
     * @return whether it means anything
     */
    public boolean on(ReactionChange change) {
        ReactionMeaning meaning = ReactionMeaning.of(change.emoji(), posted.at(change.message()));
        // A platform may tell again what it told before somebody had all of theirs wiped.
        boolean old = !(meaning instanceof ReactionMeaning.Nothing) && change.added() && standing.isForgotten(change);
        return !old && carryOut(meaning, change);
    }

    private boolean carryOut(ReactionMeaning meaning, ReactionChange change) {
        return switch (meaning) {
            case ReactionMeaning.Save save -> {
                save.papers().forEach(paper -> {
                    if (change.added()) {
                        lists.save(change.user(), paper, clock.instant());
                    } else {
                        lists.remove(change.user(), paper, clock.instant());
                    }
                });
                // Last: what was not noted is done again, which does no harm.
                standing.note(change, clock.instant());
                yield true;
            }
            // Votes are counted from the reactions that stand, so that nobody has two and none outlives its reaction.
            case ReactionMeaning.Vote _ -> {
                standing.note(change, clock.instant());
                yield true;
            }
            // Other people's conversation.
            case ReactionMeaning.Nothing _ -> false;
        };
    }

    /**
     * Catches up with the reactions that stand under a message now. Only what differs from our last knowledge counts:
     * a paper that somebody took off their list by command stays off, though their bookmark still stands.
     *
     * @return whether any did
     */
    public boolean read(MessageRef message, Map<Emoji, Set<UserRef>> now) {
        Map<Emoji, Set<UserRef>> before = standing.under(message);
        Map<Emoji, Set<UserRef>> counting = standing.counting(message, now);
        boolean news = false;
        for (Emoji emoji : Emoji.values()) {
            Set<UserRef> stood = before.getOrDefault(emoji, Set.of());
            Set<UserRef> stand = counting.getOrDefault(emoji, Set.of());
            for (UserRef user : minus(stood, stand)) {
                news |= on(new ReactionChange(user, message, emoji, false));
            }
            for (UserRef user : minus(stand, stood)) {
                news |= on(new ReactionChange(user, message, emoji, true));
            }
        }
        return news;
    }

    private static Set<UserRef> minus(Set<UserRef> all, Set<UserRef> without) {
        Set<UserRef> rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
