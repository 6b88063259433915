package dev.paperboy.reaction;

import static dev.paperboy.reaction.StandingReactionsContract.ADA;
import static dev.paperboy.reaction.StandingReactionsContract.BEN;
import static dev.paperboy.reaction.StandingReactionsContract.POST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.digest.InMemoryPostedPapers;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.library.InMemoryReadingLists;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the reactions that are read again after a gap. */
class ReactionRouterTest {
    private static final PaperId PAPER = new PaperId("1706.03762");

    private final InMemoryPostedPapers posted = new InMemoryPostedPapers();
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final InMemoryStandingReactions standing = new InMemoryStandingReactions();
    private final ReactionRouter router =
            new ReactionRouter(posted, lists, standing, InstantSource.fixed(Instant.parse("2026-11-25T09:00:00Z")));

    @BeforeEach
    void post() {
        posted.record(POST, List.of(PAPER), PostedPapers.Occasion.DIGEST);
    }

    @Test
    void aBookmarkOfTheGapSaves() {
        router.read(POST, Map.of(Emoji.BOOKMARK, Set.of(ADA)));

        assertThat(lists.contains(ADA, PAPER)).isTrue();
    }

    @Test
    void aBookmarkTakenAwayInTheGapRemoves() {
        router.on(new ReactionChange(ADA, POST, Emoji.BOOKMARK, true));
        router.on(new ReactionChange(BEN, POST, Emoji.BOOKMARK, true));

        router.read(POST, Map.of(Emoji.BOOKMARK, Set.of(BEN)));

        assertThat(lists.contains(ADA, PAPER)).isFalse();
        assertThat(lists.contains(BEN, PAPER)).isTrue();
    }

    @Test
    void whatWasRemovedByCommandDoesNotComeBackWithItsStandingBookmark() {
        router.on(new ReactionChange(ADA, POST, Emoji.BOOKMARK, true));
        lists.remove(ADA, PAPER, Instant.parse("2026-11-25T09:00:00Z"));

        router.read(POST, Map.of(Emoji.BOOKMARK, Set.of(ADA)));

        assertThat(lists.contains(ADA, PAPER)).isFalse();
    }

    @Test
    void anOldBookmarkBringsNothingBackToWhomWasForgotten() {
        ReactionChange bookmark = new ReactionChange(ADA, POST, Emoji.BOOKMARK, true);
        router.on(bookmark);
        lists.remove(ADA, PAPER, Instant.parse("2026-11-25T09:00:00Z"));
        standing.forget(ADA);

        router.on(bookmark);
        router.read(POST, Map.of(Emoji.BOOKMARK, Set.of(ADA)));

        assertThat(lists.contains(ADA, PAPER)).isFalse();
        assertThat(standing.under(POST)).isEmpty();
    }

    @Test
    void aBookmarkThatIsPutAnewSavesForWhomWasForgotten() {
        ReactionChange bookmark = new ReactionChange(ADA, POST, Emoji.BOOKMARK, true);
        router.on(bookmark);
        lists.remove(ADA, PAPER, Instant.parse("2026-11-25T09:00:00Z"));
        standing.forget(ADA);

        router.on(new ReactionChange(ADA, POST, Emoji.BOOKMARK, false));
        router.on(bookmark);

        assertThat(lists.contains(ADA, PAPER)).isTrue();
    }
}
