package dev.paperboy.subscription;

import static dev.paperboy.subscription.SampleSubscriptions.ADA;
import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static dev.paperboy.subscription.SampleSubscriptions.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Watches} keeps. */
public interface WatchesContract {

    Instant NINE = Instant.parse("2026-11-23T09:00:00.123Z");
    ChannelRef PRIVATE = ChannelRef.with(ADA);

    /** An empty store, fresh for each test. */
    Watches watches();

    static Watch watch(ChannelRef channel, String topic) {
        return new Watch(channel, new Topic(topic), ADA, NINE);
    }

    @Test
    default void watchesAreReadBackOldestFirst() {
        Watches watches = watches();
        Watch hostile = watch(GENERAL, "\"x' or '1'='1\" @everyone <!channel> 😀 ünïcode");
        Watch longest = watch(GENERAL, "ü".repeat(Watch.LONGEST));
        Watch own = watch(PRIVATE, "diffusion");
        watches.add(hostile);
        watches.add(own);
        watches.add(longest);

        assertThat(watches.in(GENERAL)).containsExactly(hostile, longest);
        assertThat(watches.in(PRIVATE)).containsExactly(own);
        assertThat(watches.in(PAPERS)).isEmpty();
        assertThat(watches.all()).containsExactly(hostile, own, longest);
    }

    @Test
    default void aChannelWatchesForATopicOnce() {
        Watches watches = watches();
        Watch first = watch(GENERAL, "diffusion");
        assertThat(watches.add(first)).isTrue();
        assertThat(watches.add(new Watch(GENERAL, new Topic("diffusion"), ADA, NINE.plusSeconds(1))))
                .isFalse();
        assertThat(watches.add(watch(PRIVATE, "diffusion"))).isTrue();
        assertThat(watches.add(watch(GENERAL, "Diffusion"))).isTrue();

        assertThat(watches.in(GENERAL)).startsWith(first).hasSize(2);
    }

    @Test
    default void oneOfThemEnds() {
        Watches watches = watches();
        watches.add(watch(GENERAL, "diffusion"));
        watches.add(watch(PRIVATE, "diffusion"));

        assertThat(watches.remove(GENERAL, new Topic("mamba"))).isFalse();
        assertThat(watches.remove(GENERAL, new Topic("diffusion"))).isTrue();
        assertThat(watches.remove(GENERAL, new Topic("diffusion"))).isFalse();

        assertThat(watches.all()).containsExactly(watch(PRIVATE, "diffusion"));
    }
}
