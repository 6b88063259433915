package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiscordStartsTest {
    private Instant now = Instant.parse("2026-11-25T09:00:00Z");
    private final DiscordStarts starts = new DiscordStarts(() -> now);

    @Test
    void noMoreSessionsThanDiscordForgivesAreBegunInADay() {
        for (int i = 0; i < DiscordStarts.A_DAY; i++) {
            assertThat(starts.begin()).isTrue();
            now = now.plusSeconds(60);
        }

        assertThat(starts.mayBegin()).isFalse();
        assertThat(starts.begin()).isFalse();
    }

    @Test
    void whatIsADayOldCountsNoMore() {
        for (int i = 0; i < DiscordStarts.A_DAY; i++) {
            starts.begin();
        }
        now = now.plus(Duration.ofHours(24));

        assertThat(starts.begin()).isTrue();
    }

    @Test
    void manySessionsWithinAnHourRaiseTheAlarm() {
        try (LogLines log = new LogLines(DiscordStarts.class)) {
            for (int i = 1; i < DiscordStarts.ALARM_IN_AN_HOUR; i++) {
                starts.begin();
            }
            assertThat(log.lines()).isEmpty();

            starts.begin();
            assertThat(log.lines()).singleElement().asString().startsWith("ERROR 30 sessions");
        }
    }
}
