package dev.paperboy.reaction;

import dev.paperboy.chat.ReactionChange;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.library.ReadingLists;
import java.time.InstantSource;

/**
 * Carries out what a reaction means. It asks the platform nothing: our own record says which papers a message shows,
 * however old it is. Coming twice, or out of order with itself, a change does no more than once.
 */
public final class ReactionRouter {

    private final PostedPapers posted;
    private final ReadingLists lists;
    private final InstantSource clock;

    public ReactionRouter(PostedPapers posted, ReadingLists lists, InstantSource clock) {
        this.posted = posted;
        this.lists = lists;
        this.clock = clock;
    }

    /** Saves or removes what the reaction means. */
    public void on(ReactionChange change) {
        switch (ReactionMeaning.of(change.emoji(), posted.at(change.message()))) {
            case ReactionMeaning.Save save ->
                save.papers().forEach(paper -> {
                    if (change.added()) {
                        lists.save(change.user(), paper, clock.instant());
                    } else {
                        lists.remove(change.user(), paper);
                    }
                });
            case ReactionMeaning.Nothing _ -> {
                // other people's conversation
            }
        }
    }
}
