package dev.paperboy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.KilledProcess;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several clockworks on one PostgreSQL, as several instances have them. */
@Timeout(60)
class SharedClockworkTest {

    private static final Instant NINE = KilledClockwork.NINE;

    private final TestPostgres postgres = TestPostgres.fresh();
    private final SettableTime time = new SettableTime(NINE);
    private final List<String> runs = new CopyOnWriteArrayList<>();
    private Store store;

    @BeforeEach
    void open() {
        store = postgres.open();
    }

    @AfterEach
    void close() {
        store.close();
        postgres.close();
    }

    private Clockwork clockwork(String name, Job... jobs) {
        Clockwork clockwork = new Clockwork(store.dataSource(), name, time, List.of(jobs));
        clockwork.start();
        return clockwork;
    }

    private static Job hourly(String name, Consumer<Instant> work) {
        return new Job(name, Cadence.every(Duration.ofHours(1)), work);
    }

    @Test
    void eachTurnIsOneInstances() throws InterruptedException {
        try (Clockwork a = clockwork("a", hourly("digest", now -> runs.add("a " + now)));
                Clockwork b = clockwork("b", hourly("digest", now -> runs.add("b " + now)))) {
            for (int hour = 0; hour < 5; hour++) {
                a.runDueNow();
                b.runDueNow();
                assertThat(runs)
                        .hasSize(hour + 1)
                        .last()
                        .asString()
                        .endsWith(time.instant().toString());
                time.advance(Duration.ofHours(1));
            }
        }
    }

    @Test
    void aTurnIsRememberedOverARestartUnderAnotherName() throws InterruptedException {
        try (Clockwork before = clockwork("a", hourly("digest", now -> runs.add("a")))) {
            before.runDueNow();
        }
        try (Clockwork after = clockwork("b", hourly("digest", now -> runs.add("b")))) {
            after.runDueNow();
            assertThat(runs).containsExactly("a");
            time.advance(Duration.ofHours(1));
            after.runDueNow();
        }

        assertThat(runs).containsExactly("a", "b");
    }

    @Test
    void whatTheOneDoesNotKnowTheOtherDoes() throws InterruptedException {
        try (Clockwork a = clockwork("a", hourly("digest", now -> runs.add("digest")));
                Clockwork b = clockwork("b", hourly("watch", now -> runs.add("watch")))) {
            a.runDueNow();
            b.runDueNow();
            time.advance(Duration.ofHours(1));
            a.runDueNow();
            b.runDueNow();
        }

        assertThat(runs).containsExactlyInAnyOrder("digest", "watch", "digest", "watch");
    }

    /** The heartbeat is missed for 40 s, and missing it is noticed within 10 s. */
    @Test
    void aTurnOfAKilledInstanceIsTakenOverWithinAMinute() throws Exception {
        List<String> said = KilledProcess.run(KilledClockwork.class, postgres.url(), 1);
        assertThat(said).as("died at work").containsExactly("at work");

        List<Instant> taken = new CopyOnWriteArrayList<>();
        time.advance(Duration.ofSeconds(41));
        try (Clockwork _ = clockwork("survivor", hourly("digest", taken::add))) {
            await().atMost(Duration.ofSeconds(19)).until(() -> !taken.isEmpty());
        }

        assertThat(taken).containsExactly(NINE.plusSeconds(41));
    }
}
