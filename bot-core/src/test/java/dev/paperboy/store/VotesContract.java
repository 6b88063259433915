package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.trending.Support;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How votes are counted, from what people do under posts, on either database. */
interface VotesContract {

    Server HERE = new Server(Platform.DISCORD, "900");
    ChannelRef NEWS = new ChannelRef(Platform.DISCORD, "900", "1");
    ChannelRef TALK = new ChannelRef(Platform.DISCORD, "900", "2");
    ChannelRef ELSEWHERE = new ChannelRef(Platform.DISCORD, "901", "3");
    UserRef ADA = new UserRef(Platform.DISCORD, "", "11");
    UserRef BEN = new UserRef(Platform.DISCORD, "", "12");
    PaperId ONE = new PaperId("1706.03762");
    PaperId TWO = new PaperId("1904.06690");
    MessageRef POST = new MessageRef(NEWS, "101");
    MessageRef REPLY = new MessageRef(TALK, "102");
    MessageRef LIST = new MessageRef(TALK, "103");
    MessageRef FAR = new MessageRef(ELSEWHERE, "104");
    Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** The same throughout a test, and empty before it. */
    Store store();

    @BeforeEach
    default void post() {
        store().postedPapers().record(POST, List.of(ONE), Occasion.DIGEST);
        store().postedPapers().record(REPLY, List.of(ONE), Occasion.REPLY);
        store().postedPapers().record(LIST, List.of(ONE, TWO), Occasion.REPLY);
        store().postedPapers().record(FAR, List.of(ONE), Occasion.DIGEST);
    }

    default void react(UserRef user, MessageRef message, Emoji emoji, boolean added) {
        new ReactionRouter(store().postedPapers(), store().readingLists(), store().standingReactions(), () -> NOON)
                .on(new ReactionChange(user, message, emoji, added));
    }

    default Map<PaperId, Support> votes() {
        return store().votes().in(HERE, NOON);
    }

    @Test
    default void nobodyHasVotedAtFirst() {
        assertThat(votes()).isEmpty();
    }

    @Test
    default void eachPersonHasOneVoteUnderHoweverManyPosts() {
        react(ADA, POST, Emoji.THUMBS_UP, true);
        react(ADA, REPLY, Emoji.THUMBS_UP, true);
        react(ADA, REPLY, Emoji.THUMBS_UP, true);
        react(BEN, REPLY, Emoji.THUMBS_UP, true);

        assertThat(votes()).isEqualTo(Map.of(ONE, new Support(2, 0, NOON)));
    }

    @Test
    default void aVoteStandsAsLongAsOneOfItsReactions() {
        react(ADA, POST, Emoji.THUMBS_UP, true);
        react(ADA, REPLY, Emoji.THUMBS_UP, true);

        react(ADA, POST, Emoji.THUMBS_UP, false);
        assertThat(votes()).isEqualTo(Map.of(ONE, new Support(1, 0, NOON)));

        react(ADA, REPLY, Emoji.THUMBS_UP, false);
        assertThat(votes()).isEmpty();
    }

    @Test
    default void underAListAThumbMeansNothingAndABookmarkEveryPaper() {
        react(ADA, LIST, Emoji.THUMBS_UP, true);
        react(ADA, LIST, Emoji.BOOKMARK, true);
        react(BEN, LIST, Emoji.TWO, true);

        assertThat(votes()).isEqualTo(Map.of(ONE, new Support(0, 1, NOON), TWO, new Support(0, 2, NOON)));
    }

    @Test
    default void nothingOfOneServerCountsInAnother() {
        react(ADA, FAR, Emoji.THUMBS_UP, true);

        assertThat(votes()).isEmpty();
    }

    @Test
    default void nobodyVotesForTheirOwnSubmission() {
        Submission submission = new Submission(NEWS, ONE, ADA, "ada", "", NOON, Submission.State.READY);
        store().submissions().submit(submission);
        react(ADA, POST, Emoji.THUMBS_UP, true);
        react(BEN, POST, Emoji.THUMBS_UP, true);

        assertThat(votes()).isEqualTo(Map.of(ONE, new Support(1, 0, NOON)));

        store().submissions().remove(HERE, ONE);
        assertThat(votes()).isEqualTo(Map.of(ONE, new Support(2, 0, NOON)));
    }

    @Test
    default void thePastCanBeAskedFor() {
        react(ADA, POST, Emoji.THUMBS_UP, true);

        assertThat(store().votes().in(HERE, NOON.minusMillis(1))).isEmpty();
    }
}
