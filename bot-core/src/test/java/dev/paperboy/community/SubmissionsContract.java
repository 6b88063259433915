package dev.paperboy.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission.State;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Submissions} keeps. */
public interface SubmissionsContract {

    Server HERE = new Server(Platform.SLACK, "T1");
    Server THERE = new Server(Platform.SLACK, "T2");
    ChannelRef NEWS = new ChannelRef(Platform.SLACK, "T1", "C1");
    ChannelRef OTHER = new ChannelRef(Platform.SLACK, "T1", "C2");
    UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");
    UserRef BEN = new UserRef(Platform.SLACK, "T1", "U2");
    PaperId ONE = new PaperId("1706.03762");
    PaperId TWO = new PaperId("1904.06690");
    Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** An empty store, the same throughout a test. */
    Submissions submissions();

    static Submission submission(ChannelRef channel, PaperId paper, UserRef by, State state) {
        return new Submission(channel, paper, by, "ada 🦉", "it's “the” one", NOON, state);
    }

    @Test
    default void whatWasSubmittedIsFoundInItsServerAlone() {
        Submission submission = submission(NEWS, ONE, ADA, State.READY);

        assertThat(submissions().submit(submission)).isTrue();

        assertThat(submissions().find(HERE, ONE)).contains(submission);
        assertThat(submissions().find(THERE, ONE)).isEmpty();
        assertThat(submissions().find(HERE, TWO)).isEmpty();
        assertThat(submissions().in(NEWS, NOON)).containsExactly(submission);
        assertThat(submissions().in(NEWS, NOON.plusMillis(1))).isEmpty();
        assertThat(submissions().in(OTHER, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void inAServerAPaperIsSubmittedOnce() {
        submissions().submit(submission(NEWS, ONE, ADA, State.READY));

        assertThat(submissions().submit(submission(OTHER, ONE, BEN, State.READY)))
                .isFalse();

        assertThat(submissions().find(HERE, ONE)).map(Submission::by).contains(ADA);
        assertThat(submissions().countBy(BEN, Instant.EPOCH)).isZero();
    }

    @Test
    default void whatWaitsIsNotReadyUntilItIs() {
        Submission waiting = submission(NEWS, ONE, ADA, State.WAITING);
        submissions().submit(waiting);

        assertThat(submissions().in(NEWS, Instant.EPOCH)).isEmpty();
        assertThat(submissions().since(NOON)).containsExactly(waiting);

        submissions().ready(waiting);

        assertThat(submissions().in(NEWS, Instant.EPOCH)).containsExactly(waiting.in(State.READY));
    }

    @Test
    default void whatWasRemovedIsGoneButStillCountsAsSubmitted() {
        Submission submission = submission(NEWS, ONE, ADA, State.READY);
        submissions().submit(submission);

        assertThat(submissions().remove(HERE, ONE)).isTrue();
        assertThat(submissions().remove(HERE, ONE)).isFalse();
        submissions().ready(submission);

        assertThat(submissions().find(HERE, ONE)).isEmpty();
        assertThat(submissions().in(NEWS, Instant.EPOCH)).isEmpty();
        assertThat(submissions().since(Instant.EPOCH)).isEmpty();
        assertThat(submissions().countBy(ADA, NOON)).isEqualTo(1);
        assertThat(submissions().countBy(ADA, NOON.plusMillis(1))).isZero();
    }

    @Test
    default void whatWasRemovedCanBeSubmittedAgainByAnybody() {
        submissions().submit(submission(NEWS, ONE, ADA, State.READY));
        submissions().remove(HERE, ONE);

        assertThat(submissions().submit(submission(OTHER, ONE, BEN, State.READY)))
                .isTrue();

        assertThat(submissions().find(HERE, ONE)).contains(submission(OTHER, ONE, BEN, State.READY));
    }

    @Test
    default void theOldestComesFirst() {
        Submission first = submission(NEWS, TWO, ADA, State.READY);
        Submission second = new Submission(NEWS, ONE, BEN, "", "", NOON.plus(Duration.ofHours(1)), State.READY);
        submissions().submit(second);
        submissions().submit(first);

        assertThat(submissions().in(NEWS, Instant.EPOCH)).containsExactly(first, second);
    }
}
