package dev.paperboy.digest;

import static dev.paperboy.digest.PostedPapers.Occasion.DIGEST;
import static dev.paperboy.digest.PostedPapers.Occasion.REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PostedPapers} keeps. */
public interface PostedPapersContract {

    ChannelRef GENERAL = new ChannelRef(Platform.DISCORD, "900", "1");
    ChannelRef PAPERS = new ChannelRef(Platform.SLACK, "T1", "1");
    PaperId ONE = new PaperId("2608.00001");
    PaperId TWO = new PaperId("2608.00002");
    PaperId THREE = new PaperId("hep-th/9901001");

    /** An empty store, fresh for each test. */
    PostedPapers postedPapers();

    @Test
    default void aStrangersMessageMeansNoPaper() {
        assertThat(postedPapers().at(new MessageRef(GENERAL, "7"))).isEmpty();
        assertThat(postedPapers().postedIn(GENERAL, List.of(ONE))).isEmpty();
        assertThat(postedPapers().postedIn(GENERAL, List.of())).isEmpty();
    }

    @Test
    default void aMessageMeansItsPapersInOrder() {
        PostedPapers posted = postedPapers();

        posted.record(new MessageRef(GENERAL, "7"), List.of(TWO, THREE, ONE), REPLY);
        posted.record(new MessageRef(PAPERS, "7"), List.of(THREE), REPLY);

        assertThat(posted.at(new MessageRef(GENERAL, "7"))).containsExactly(TWO, THREE, ONE);
        assertThat(posted.at(new MessageRef(PAPERS, "7"))).containsExactly(THREE);
    }

    @Test
    default void aMessageThatChangesMeansWhatItShowsNow() {
        PostedPapers posted = postedPapers();
        MessageRef message = new MessageRef(GENERAL, "7");

        posted.record(message, List.of(ONE, TWO), REPLY);
        posted.record(message, List.of(THREE), REPLY);
        assertThat(posted.at(message)).containsExactly(THREE);

        posted.record(message, List.of(), REPLY);
        assertThat(posted.at(message)).isEmpty();
    }

    @Test
    default void theSamePaperMayStandTwiceInOneMessage() {
        PostedPapers posted = postedPapers();

        posted.record(new MessageRef(GENERAL, "7"), List.of(ONE, TWO, ONE), REPLY);

        assertThat(posted.at(new MessageRef(GENERAL, "7"))).containsExactly(ONE, TWO, ONE);
    }

    @Test
    default void onlyScheduledPostsOfThisChannelCountAsPosted() {
        PostedPapers posted = postedPapers();

        posted.record(new MessageRef(GENERAL, "1"), List.of(ONE), DIGEST);
        posted.record(new MessageRef(GENERAL, "2"), List.of(TWO), REPLY);
        posted.record(new MessageRef(PAPERS, "3"), List.of(THREE), DIGEST);

        assertThat(posted.postedIn(GENERAL)).containsExactly(ONE);
        assertThat(posted.postedIn(GENERAL, List.of(ONE, TWO, THREE))).containsExactly(ONE);
        assertThat(posted.postedIn(GENERAL, List.of(TWO))).isEmpty();
    }

    @Test
    default void aPaperMayCountAsPostedWithoutAMessage() {
        PostedPapers posted = postedPapers();

        posted.assume(GENERAL, ONE);
        posted.assume(GENERAL, ONE);

        assertThat(posted.postedIn(GENERAL, List.of(ONE, TWO))).containsExactly(ONE);
        assertThat(posted.postedIn(PAPERS, List.of(ONE))).isEmpty();
    }

    @Test
    default void recordingAgainChangesNothing() {
        PostedPapers posted = postedPapers();
        MessageRef message = new MessageRef(GENERAL, "1");

        posted.record(message, List.of(ONE), DIGEST);
        posted.record(message, List.of(ONE), DIGEST);
        posted.record(message, List.of(ONE), REPLY);

        assertThat(posted.at(message)).containsExactly(ONE);
        assertThat(posted.postedIn(GENERAL, List.of(ONE))).containsExactly(ONE);
    }

    @Test
    default void anyNumberCanBeAskedAbout() {
        PostedPapers posted = postedPapers();
        posted.record(new MessageRef(GENERAL, "1"), List.of(ONE), DIGEST);
        List<PaperId> many = new ArrayList<>();
        for (int n = 0; n < 40_000; n++) {
            many.add(new PaperId("2608." + (10_000 + n)));
        }
        many.add(ONE);

        assertThat(posted.postedIn(GENERAL, many)).containsExactly(ONE);
    }

    @Test
    default void theLatestMessagesComeNewestFirst() {
        PostedPapers posted = postedPapers();
        posted.record(new MessageRef(GENERAL, "9"), List.of(ONE, TWO), DIGEST);
        posted.record(new MessageRef(GENERAL, "11"), List.of(TWO), REPLY);
        posted.record(new MessageRef(GENERAL, "10"), List.of(TWO), REPLY);
        posted.record(new MessageRef(GENERAL, "12"), List.of(), REPLY);
        posted.record(new MessageRef(PAPERS, "99"), List.of(ONE), DIGEST);

        assertThat(posted.latest(Platform.DISCORD, 5))
                .containsExactly(
                        new MessageRef(GENERAL, "11"), new MessageRef(GENERAL, "10"), new MessageRef(GENERAL, "9"));
        assertThat(posted.latest(Platform.DISCORD, 1)).containsExactly(new MessageRef(GENERAL, "11"));
        assertThat(posted.latest(Platform.SLACK, 5)).containsExactly(new MessageRef(PAPERS, "99"));
    }
}
