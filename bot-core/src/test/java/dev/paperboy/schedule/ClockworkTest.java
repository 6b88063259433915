package dev.paperboy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paperboy.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClockworkTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path home;

    private final SettableTime time = new SettableTime(NINE);
    private final List<Instant> runs = new CopyOnWriteArrayList<>();
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("paperboy.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Clockwork clockwork(Job... jobs) {
        return new Clockwork(store.dataSource(), "test", time, List.of(jobs));
    }

    private static Job hourly(String name, Consumer<Instant> work) {
        return new Job(name, Cadence.every(Duration.ofHours(1)), work);
    }

    @Test
    void aJobRunsAtOnceAndThenAtItsCadence() throws InterruptedException {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            clockwork.start();
            clockwork.runDueNow();
            time.advance(Duration.ofMinutes(59));
            clockwork.runDueNow();
            time.advance(Duration.ofMinutes(1));
            clockwork.runDueNow();
            clockwork.runDueNow();
        }

        assertThat(runs).containsExactly(NINE, NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void missedTurnsAreOneTurn() throws InterruptedException {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            clockwork.start();
            clockwork.runDueNow();
            time.advance(Duration.ofDays(3));
            clockwork.runDueNow();
        }

        assertThat(runs).containsExactly(NINE, NINE.plus(Duration.ofDays(3)));
    }

    @Test
    void theClockIsFollowedWithoutBeingAsked() {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            clockwork.start();
            await().until(() -> runs.size() == 1);
            time.advance(Duration.ofHours(2));
            await().until(() -> runs.size() == 2);
        }
    }

    @Test
    void aTurnIsRememberedOverARestart() throws InterruptedException {
        try (Clockwork before = clockwork(hourly("feed", runs::add))) {
            before.start();
            before.runDueNow();
        }
        time.advance(Duration.ofMinutes(30));
        try (Clockwork after = clockwork(hourly("feed", runs::add))) {
            after.start();
            after.runDueNow();
            assertThat(runs).containsExactly(NINE);
            time.advance(Duration.ofMinutes(30));
            after.runDueNow();
        }

        assertThat(runs).containsExactly(NINE, NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void aClockSetBackDoesNotSilenceAJob() throws InterruptedException {
        time.advance(Duration.ofDays(30));
        try (Clockwork before = clockwork(hourly("feed", runs::add))) {
            before.start();
            before.runDueNow();
        }
        time.set(NINE);
        try (Clockwork after = clockwork(hourly("feed", runs::add))) {
            after.start();
            time.advance(Duration.ofHours(1));
            after.runDueNow();
        }

        assertThat(runs).hasSize(2).last().isEqualTo(NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void aClockMovedBackIsFollowedAtOnce() throws InterruptedException {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            clockwork.start();
            clockwork.runDueNow();
            time.set(NINE.minus(Duration.ofDays(30)));
            clockwork.runDueNow();
            clockwork.runDueNow();
        }

        assertThat(runs).containsExactly(NINE, NINE.minus(Duration.ofDays(30)));
    }

    @Test
    void aClockCorrectedBackwardsIsNoticedWithoutBeingAsked() throws InterruptedException {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            clockwork.start();
            clockwork.runDueNow();
            time.set(NINE.minus(Duration.ofDays(1)));
            await().until(() -> runs.size() == 2);
        }
    }

    @Test
    void whoWaitsForAJobIsLetGoWhenTheClockworkCloses() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job endless = hourly("endless", now -> {
            begun.countDown();
            await().until(() -> !runs.isEmpty());
        });
        Clockwork clockwork = clockwork(endless);
        clockwork.start();
        Thread waiting = Thread.ofVirtual().start(() -> waitFor(clockwork));
        begun.await();
        Thread closing = Thread.ofVirtual().start(clockwork::close);
        assertThat(waiting.join(Duration.ofSeconds(5)))
                .as("let go while the job is at work")
                .isTrue();
        runs.add(NINE);
        closing.join();
    }

    private static void waitFor(Clockwork clockwork) {
        try {
            clockwork.runDueNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aJobOfAnotherVersionIsNotWaitedFor() throws InterruptedException {
        try (Clockwork before = clockwork(hourly("feed", runs::add), hourly("retired", now -> {}))) {
            before.start();
            before.runDueNow();
        }
        time.advance(Duration.ofHours(1));
        try (Clockwork after = clockwork(hourly("feed", runs::add))) {
            after.start();
            after.runDueNow();
        }

        assertThat(runs).hasSize(2);
    }

    @Test
    void whatADeadProcessHeldRunsAtOnce() throws InterruptedException, SQLException {
        try (Clockwork before = clockwork(hourly("feed", runs::add))) {
            before.start();
            before.runDueNow();
        }
        time.advance(Duration.ofHours(1));
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update scheduled_tasks set picked = 1, picked_by = 'test', last_heartbeat = "
                    + time.instant().toEpochMilli());
        }
        try (Clockwork after = clockwork(hourly("feed", runs::add))) {
            after.start();
            after.runDueNow();
        }

        assertThat(runs).hasSize(2);
    }

    @Test
    void aFailingJobDisturbsNeitherItselfNorOthers() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        Job failing = hourly("failing", now -> {
            failures.incrementAndGet();
            throw new IllegalStateException("meant by the test");
        });
        try (Clockwork clockwork = clockwork(failing, hourly("feed", runs::add))) {
            clockwork.start();
            clockwork.runDueNow();
            time.advance(Duration.ofHours(1));
            clockwork.runDueNow();
        }

        assertThat(failures).hasValue(2);
        assertThat(runs).hasSize(2);
    }

    @Test
    void oneSlowJobHoldsUpNoOther() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Job slow = hourly("slow", now -> {
            try {
                release.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        try (Clockwork clockwork = clockwork(slow, hourly("feed", runs::add))) {
            clockwork.start();
            await().until(() -> runs.size() == 1);
            time.advance(Duration.ofHours(1));
            await().until(() -> runs.size() == 2);
            release.countDown();
            clockwork.runDueNow();
        }
    }

    @Test
    void nothingRunsBeforeTheStart() {
        try (Clockwork clockwork = clockwork(hourly("feed", runs::add))) {
            assertThatThrownBy(clockwork::runDueNow).isInstanceOf(IllegalStateException.class);
        }
        assertThat(runs).isEmpty();
        assertThatThrownBy(() -> Cadence.every(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
