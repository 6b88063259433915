package dev.paperboy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paperboy.schedule.LeaseKeeper.Lease;
import dev.paperboy.schedule.LeaseKeeper.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LeaseKeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    /** Looks only when a test makes it look. */
    private static final Pace BY_HAND =
            new Pace(Duration.ofSeconds(40), Duration.ofDays(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final SettableTime time = new SettableTime(NOON);
    private final InMemoryLeases leases = new InMemoryLeases(time);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final LeaseKeeper a = keeper("a");
    private final LeaseKeeper b = keeper("b");

    private LeaseKeeper keeper(String owner) {
        return keeper(owner, BY_HAND, () -> {
            events.add(owner + " begins");
            return () -> events.add(owner + " ends");
        });
    }

    private LeaseKeeper keeper(String owner, Pace pace, Supplier<AutoCloseable> work) {
        return new LeaseKeeper(leases, new Lease("gateway", owner), time, pace, work);
    }

    @AfterEach
    void close() {
        leases.reachable(true);
        a.close();
        b.close();
    }

    private void awaitEvents(String... expected) {
        await().untilAsserted(() -> assertThat(events).containsExactly(expected));
    }

    @Test
    void oneWorksAndTheOtherStandsBy() {
        a.start();
        b.start();

        assertThat(events).containsExactly("a begins");
        assertThat(a.isOurs()).isTrue();
        assertThat(b.isOurs()).isFalse();
        assertThat(b.isElsewhere()).isTrue();
    }

    @Test
    void whoClosesHandsOverAtOnce() {
        a.start();
        b.start();

        a.close();
        b.look();

        awaitEvents("a begins", "a ends", "b begins");
    }

    @Test
    void aDeadOneIsFollowedWhenItsTermIsOver() {
        leases.acquire("gateway", "dead", BY_HAND.term());
        b.start();
        time.advance(BY_HAND.term().minusSeconds(1));
        b.look();
        assertThat(b.isOurs()).isFalse();

        time.advance(Duration.ofSeconds(1));
        b.look();

        awaitEvents("b begins");
    }

    @Test
    void theUsualPaceLeavesTimeToBeginWithinAMinute() {
        assertThat(Pace.USUAL.term().plus(Pace.USUAL.look())).isLessThanOrEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void whoRenewsKeepsIt() {
        a.start();
        b.start();
        for (int n = 0; n < 10; n++) {
            time.advance(Duration.ofSeconds(25));
            a.look();
            a.guard();
            b.look();
        }

        assertThat(events).containsExactly("a begins");
    }

    @Test
    void whoCannotReachTheStoreEndsBeforeAnotherMayBegin() {
        a.start();
        leases.reachable(false);
        time.advance(Duration.ofSeconds(29));
        assertThatThrownBy(a::look).isInstanceOf(IllegalStateException.class);
        a.guard();
        assertThat(a.isOurs()).isTrue();

        time.advance(Duration.ofSeconds(1));
        a.guard();

        awaitEvents("a begins", "a ends");
        leases.reachable(true);
        assertThat(leases.acquire("gateway", "b", BY_HAND.term()))
                .as("the lease itself lasts longer")
                .isFalse();
        a.look();
        awaitEvents("a begins", "a ends", "a begins");
    }

    @Test
    void whoWasTakenForDeadEnds() {
        a.start();
        time.advance(BY_HAND.term());
        b.start();
        a.look();

        awaitEvents("a begins", "b begins", "a ends");
        assertThat(a.isElsewhere()).isTrue();
    }

    @Test
    void whatCannotBeginIsToldAndTheLeaseGivenBack() {
        LeaseKeeper failing = keeper("c", BY_HAND, () -> {
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(failing::start).hasMessage("refused");

        assertThat(leases.acquire("gateway", "d", BY_HAND.term())).isTrue();
        failing.close();
    }

    @Test
    void whatCannotBeginLaterIsTriedAgainAfterARest() {
        AtomicBoolean fails = new AtomicBoolean(true);
        LeaseKeeper trying = keeper("c", BY_HAND, () -> {
            events.add("c tries");
            if (fails.get()) {
                throw new IllegalStateException("meant by the test");
            }
            return () -> {};
        });
        leases.acquire("gateway", "dead", BY_HAND.term());
        trying.start();
        time.advance(BY_HAND.term());
        trying.look();
        awaitEvents("c tries");
        await().until(() -> !trying.isOurs());

        fails.set(false);
        trying.look();
        assertThat(trying.isOurs()).as("rests").isFalse();
        time.advance(BY_HAND.rest());
        trying.look();

        awaitEvents("c tries", "c tries");
        trying.close();
    }

    @Test
    void itLooksByItself() {
        Pace quick = new Pace(Duration.ofSeconds(40), Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ZERO);
        leases.acquire("gateway", "dead", quick.term());
        LeaseKeeper quickly = keeper("c", quick, () -> {
            events.add("c begins");
            return () -> events.add("c ends");
        });
        quickly.start();
        time.advance(quick.term());
        awaitEvents("c begins");
        leases.reachable(false);
        time.advance(quick.term());
        awaitEvents("c begins", "c ends");
        leases.reachable(true);
        awaitEvents("c begins", "c ends", "c begins");
        quickly.close();
    }
}
