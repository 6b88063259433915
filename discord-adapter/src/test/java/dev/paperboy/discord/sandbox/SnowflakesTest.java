package dev.paperboy.discord.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SnowflakesTest {
    @Test
    void idsGrowThoughTheClockStandsStillOrGoesBack() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
        Snowflakes snowflakes = new Snowflakes(now::get);
        List<Long> ids = new ArrayList<>();

        ids.add(Long.parseLong(snowflakes.next()));
        ids.add(Long.parseLong(snowflakes.next()));
        now.set(Instant.parse("2010-01-01T00:00:00Z"));
        ids.add(Long.parseLong(snowflakes.next()));
        now.set(Instant.parse("2027-01-01T00:00:00Z"));
        ids.add(Long.parseLong(snowflakes.next()));

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids.getFirst() >> 22)
                .isEqualTo(Instant.parse("2026-11-23T09:00:00Z").toEpochMilli() - 1_420_070_400_000L);
    }
}
