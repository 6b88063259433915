package dev.paperboy.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Leases} keeps. */
public interface LeasesContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    Duration TERM = Duration.ofSeconds(40);
    String GATEWAY = "discord gateway";

    /** No leases yet, kept by a clock. */
    Leases leases(SettableTime clock);

    @Test
    default void whoComesFirstHasIt() {
        Leases leases = leases(new SettableTime(NOON));

        assertThat(leases.acquire(GATEWAY, "a", TERM)).isTrue();
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isFalse();
        assertThat(leases.acquire(GATEWAY, "a", TERM)).isTrue();
        assertThat(leases.acquire("another", "b", TERM)).isTrue();
    }

    @Test
    default void itIsFreeWhenItsTermIsOverAndNotBefore() {
        SettableTime clock = new SettableTime(NOON);
        Leases leases = leases(clock);
        leases.acquire(GATEWAY, "a", TERM);

        clock.advance(TERM.minusMillis(1));
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isTrue();
        assertThat(leases.acquire(GATEWAY, "a", TERM)).isFalse();
        assertThat(leases.renew(GATEWAY, "a", TERM)).isFalse();
    }

    @Test
    default void renewingBeginsTheTermAnew() {
        SettableTime clock = new SettableTime(NOON);
        Leases leases = leases(clock);
        leases.acquire(GATEWAY, "a", TERM);

        clock.advance(TERM.minusSeconds(1));
        assertThat(leases.renew(GATEWAY, "a", TERM)).isTrue();
        clock.advance(TERM.minusSeconds(1));
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isFalse();
    }

    @Test
    default void aTermThatIsOverIsRenewedIfNobodyElseCame() {
        SettableTime clock = new SettableTime(NOON);
        Leases leases = leases(clock);
        leases.acquire(GATEWAY, "a", TERM);

        clock.advance(TERM.multipliedBy(2));

        assertThat(leases.renew(GATEWAY, "a", TERM)).isTrue();
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isFalse();
    }

    @Test
    default void whatWasNeverAcquiredIsNotRenewed() {
        assertThat(leases(new SettableTime(NOON)).renew(GATEWAY, "a", TERM)).isFalse();
    }

    @Test
    default void onlyTheOwnerGivesItBack() {
        Leases leases = leases(new SettableTime(NOON));
        leases.acquire(GATEWAY, "a", TERM);

        leases.release(GATEWAY, "b");
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isFalse();
        leases.release(GATEWAY, "a");
        assertThat(leases.renew(GATEWAY, "a", TERM)).isFalse();
        assertThat(leases.acquire(GATEWAY, "b", TERM)).isTrue();
    }

    @Test
    default void ofManyWhoAskAtOnceOneGetsIt() throws Exception {
        SettableTime clock = new SettableTime(NOON);
        Leases leases = leases(clock);
        leases.acquire(GATEWAY, "dead", TERM);
        clock.advance(TERM);
        List<Callable<Boolean>> asking = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            String owner = "owner " + n;
            asking.add(() -> leases.acquire(GATEWAY, owner, TERM));
        }
        int got = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(asking)) {
                got += one.get() ? 1 : 0;
            }
        }

        assertThat(got).isEqualTo(1);
    }
}
