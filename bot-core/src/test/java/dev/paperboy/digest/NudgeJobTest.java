package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.library.InMemoryNudges;
import dev.paperboy.library.InMemoryReadingLists;
import dev.paperboy.library.ReadingState;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NudgeJobTest {

    private static final UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final InMemoryNudges nudges = new InMemoryNudges();
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final NudgeJob job = new NudgeJob(nudges, lists, alerts);

    @BeforeEach
    void saveFive() {
        for (int number = 1; number <= 5; number++) {
            lists.save(ADA, paper(number), NOON.minus(Duration.ofDays(10L - number)));
        }
        lists.mark(ADA, paper(1), ReadingState.READ);
        lists.mark(ADA, paper(2), ReadingState.READING);
        nudges.set(ADA, Optional.of(NOON));
    }

    private static PaperId paper(int number) {
        return new PaperId("2404.0000" + number);
    }

    private List<Alert> told() {
        return alerts.waiting(ChannelRef.with(ADA)).stream()
                .map(Alerts.Waiting::alert)
                .toList();
    }

    @Test
    void theThreeOldestThatAreNotReadAreTold() {
        job.run(NOON.plusSeconds(30));

        assertThat(told()).extracting(Alert::paper).containsExactly(paper(2), paper(3), paper(4));
        assertThat(told().getFirst().why()).isEqualTo("Saved 21 Nov 2026");
        assertThat(nudges.next(ADA)).contains(NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void brokenOffItTellsNothingTwice() {
        job.run(NOON);
        nudges.set(ADA, Optional.of(NOON));
        job.run(NOON.plusSeconds(60));

        assertThat(told()).hasSize(3);
    }

    @Test
    void aWeekLaterTheSameAreToldAgain() {
        job.run(NOON);
        alerts.settle(alerts.waiting(ChannelRef.with(ADA)));

        job.run(NOON.plus(Duration.ofDays(7)));

        assertThat(told()).hasSize(3);
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        job.run(NOON.plus(Duration.ofDays(20)));

        assertThat(told()).hasSize(3);
        assertThat(nudges.next(ADA)).contains(NOON.plus(Duration.ofDays(21)));
    }

    @Test
    void whoHasReadEverythingHearsNothing() {
        for (int number = 1; number <= 5; number++) {
            lists.mark(ADA, paper(number), ReadingState.READ);
        }

        job.run(NOON);

        assertThat(told()).isEmpty();
        assertThat(nudges.next(ADA)).contains(NOON.plus(Duration.ofDays(7)));
    }
}
