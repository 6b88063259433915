package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.SampleSubscriptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one store. */
@Timeout(60)
class DigestRaceTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final int CHANNELS = 20;

    @TempDir
    Path home;

    private Store store;
    private DigestBench bench;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("paperboy.db"));
        bench = new DigestBench(NINE, store);
    }

    @AfterEach
    void close() {
        bench.close();
        store.close();
    }

    private List<String> keys() {
        return bench.discord.posts().stream()
                .map(ScriptedSurface.Post::deliveryKey)
                .toList();
    }

    @Test
    void neitherSendsWhatTheOtherSends() throws InterruptedException {
        for (int channel = 0; channel < CHANNELS; channel++) {
            bench.subscribe(SampleSubscriptions.daily(new ChannelRef(Platform.DISCORD, "900", "c" + channel)));
        }
        bench.listed(3, NINE);
        CyclicBarrier start = new CyclicBarrier(2);
        try (DigestJob one = bench.job("one");
                DigestJob two = bench.job("two")) {
            Thread first = Thread.ofVirtual().start(() -> tickTogether(one, start));
            Thread second = Thread.ofVirtual().start(() -> tickTogether(two, start));
            first.join();
            second.join();
        }
        // Whoever met the other's claim has left the rest to it, and it may have been past it already.
        bench.tick(NINE.plusSeconds(2).plus(Claims.TIMEOUT));

        assertThat(keys()).hasSize(3 * CHANNELS).doesNotHaveDuplicates();
        assertThat(bench.discord.questions()).isZero();
    }

    private static void tickTogether(DigestJob job, CyclicBarrier start) {
        try {
            for (int round = 0; round < 5; round++) {
                start.await();
                job.tick(NINE.plusSeconds(2L * round));
            }
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void whatADeadProcessBeganIsTakenOverWhenNothingOfItCanBeOnItsWay() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(2, NINE);
        try (DigestJob dying = bench.job("one");
                DigestJob heir = bench.job("two")) {
            bench.discord.loseAnswerAfter(0, new IllegalStateException("killed"));
            assertThatThrownBy(() -> dying.tick(NINE)).hasRootCauseMessage("killed");
            bench.clock.advance(Claims.TIMEOUT.minusMillis(1));
            heir.tick(bench.clock.instant());
            assertThat(bench.discord.questions()).isZero();
            assertThat(keys()).hasSize(1);

            bench.clock.advance(Duration.ofMillis(1));
            heir.tick(bench.clock.instant());
        }
        assertThat(bench.discord.questions()).isEqualTo(1);
        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whoLosesTheClaimWhileAskingDoesNotPost() throws InterruptedException {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        PassingSurface slow = new PassingSurface(bench.discord) {
            @Override
            public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
                Whereabouts answer = super.find(channel, deliveryKey, since);
                asked.countDown();
                DigestBench.waitFor(goOn);
                return answer;
            }
        };
        try (DigestJob frozen = bench.job(List.of(slow));
                DigestJob heir = bench.job("two")) {
            bench.discord.failOnce(new IllegalStateException("killed"));
            assertThatThrownBy(() -> frozen.tick(NINE)).hasRootCauseMessage("killed");
            bench.clock.advance(Duration.ofMinutes(2));
            Thread frozenTick = Thread.ofVirtual().start(() -> frozen.tick(bench.clock.instant()));
            asked.await();

            bench.clock.advance(Claims.TIMEOUT);
            heir.tick(bench.clock.instant());
            assertThat(keys()).hasSize(1);
            goOn.countDown();
            frozenTick.join();
        }
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aClaimOfBeforeTheClockWasMovedBackHoldsUpNobody() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        try (DigestJob dying = bench.job("one");
                DigestJob heir = bench.job("two")) {
            bench.clock.set(NINE.plusSeconds(3_600));
            bench.discord.failOnce(new IllegalStateException("killed"));
            assertThatThrownBy(() -> dying.tick(NINE)).hasRootCauseMessage("killed");

            bench.clock.set(NINE);
            heir.tick(NINE);
        }
        assertThat(keys()).hasSize(1);
    }
}
