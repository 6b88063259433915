package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static dev.paperboy.subscription.SampleSubscriptions.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission;
import dev.paperboy.community.SubmissionJob;
import dev.paperboy.subscription.SampleSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What members handed in comes with the channel's next edition. */
@Timeout(60)
class HandedInTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final DigestBench bench = new DigestBench(NINE);

    @BeforeEach
    void subscribe() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(9, NINE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void submit(ChannelRef channel, int paper, Instant at) {
        bench.submissions.submit(new Submission(
                channel,
                DigestBench.id(paper),
                new UserRef(Platform.DISCORD, "", "11"),
                "ada",
                "reason " + paper,
                at,
                Submission.State.READY));
    }

    private List<String> titles() {
        return bench.discord.contents().stream()
                .map(content -> ((PaperCard) content).paper().title())
                .toList();
    }

    @Test
    void itComesFirstWithItsSubmitterAndReason() {
        submit(GENERAL, 2, NINE.minus(DAY));

        bench.tick(NINE);

        assertThat(titles()).containsExactly("Paper 2", "Paper 9", "Paper 8");
        assertThat(((PaperCard) bench.discord.contents().getFirst()).why()).isEqualTo("Submitted by ada: reason 2");
    }

    @Test
    void itTakesHalfOfAnEditionAndTheRestComesWithTheNext() {
        submit(GENERAL, 1, NINE.minusSeconds(3));
        submit(GENERAL, 2, NINE.minusSeconds(2));
        submit(GENERAL, 3, NINE.minusSeconds(1));

        bench.tick(NINE);
        assertThat(titles()).containsExactly("Paper 1", "Paper 2", "Paper 9");

        bench.tick(NINE.plus(DAY));
        assertThat(titles()).endsWith("Paper 3", "Paper 8", "Paper 7").hasSize(6);
    }

    @Test
    void whatTrendsAnywayComesOnce() {
        submit(GENERAL, 9, NINE.minusSeconds(1));

        bench.tick(NINE);

        assertThat(titles()).containsExactly("Paper 9", "Paper 8", "Paper 7");
    }

    @Test
    void whatIsOfAnotherChannelOrTakenBackOrLongAgoDoesNotCome() {
        submit(PAPERS, 1, NINE.minusSeconds(1));
        submit(GENERAL, 2, NINE.minusSeconds(1));
        bench.submissions.remove(GENERAL.server().orElseThrow(), DigestBench.id(2));
        submit(GENERAL, 3, NINE.minus(SubmissionJob.RECENT).minusSeconds(1));

        bench.tick(NINE);

        assertThat(titles()).containsExactly("Paper 9", "Paper 8", "Paper 7");
    }
}
