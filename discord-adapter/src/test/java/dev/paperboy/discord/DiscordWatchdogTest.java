package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import org.junit.jupiter.api.Test;

class DiscordWatchdogTest {
    private final AtomicInteger rebuilds = new AtomicInteger();

    private DiscordWatchdog watchdog(DiscordWatchdog.State state, Duration silence) {
        return new DiscordWatchdog(
                () -> state,
                rebuilds::incrementAndGet,
                new DiscordWatchdog.Patience(Duration.ofMillis(20), Duration.ofMillis(60), silence, 3));
    }

    @Test
    void aConnectionThatBreaksAllTheTimeIsBuiltAnewOnce() {
        try (DiscordWatchdog watchdog = watchdog(DiscordWatchdog.State.CONNECTED, Duration.ofHours(1))) {
            for (int i = 0; i < 4; i++) {
                watchdog.onSessionDisconnect(mock(SessionDisconnectEvent.class));
            }
            watchdog.start();

            await().untilAsserted(() -> assertThat(rebuilds).hasValue(1));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(rebuilds).hasValue(1));
        }
    }

    @Test
    void aConnectionThatStaysAwayIsBuiltAnew() {
        try (DiscordWatchdog watchdog = watchdog(DiscordWatchdog.State.AWAY, Duration.ofMillis(100))) {
            watchdog.start();

            await().untilAsserted(() -> assertThat(rebuilds).hasPositiveValue());
        }
    }

    @Test
    void aConnectionThatCouldNotBeBuiltIsTriedAgainSoon() {
        try (DiscordWatchdog watchdog = watchdog(DiscordWatchdog.State.ABSENT, Duration.ofHours(1))) {
            watchdog.start();

            await().untilAsserted(() -> assertThat(rebuilds).hasPositiveValue());
        }
    }
}
