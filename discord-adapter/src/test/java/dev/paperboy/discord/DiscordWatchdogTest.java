package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.paperboy.discord.DiscordWatchdog.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import org.junit.jupiter.api.Test;

/** Looked through by hand, one look of one second after the other. */
class DiscordWatchdogTest {
    private static final DiscordWatchdog.Patience PATIENCE = new DiscordWatchdog.Patience(
            Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(6), 3);

    private final Line line = new Line();
    private final DiscordWatchdog watchdog = new DiscordWatchdog(line, PATIENCE);

    /** A connection that is as told, and writes down what is done to it and when. */
    private static final class Line implements DiscordWatchdog.Watched {
        private final List<String> done = new ArrayList<>();
        private volatile State state = State.CONNECTED;
        private State next = State.CONNECTED;
        private int second;

        @Override
        public State state() {
            return state;
        }

        @Override
        public void drop() {
            done.add("drop " + second);
            state = State.ABSENT;
        }

        @Override
        public void connect() {
            done.add("connect " + second);
            state = next;
        }
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            line.second++;
            watchdog.look();
        }
    }

    private void breakDown(int times) {
        for (int i = 0; i < times; i++) {
            watchdog.onSessionDisconnect(mock(SessionDisconnectEvent.class));
        }
    }

    @Test
    void aFewBreaksAreLeftToJda() {
        breakDown(3);
        look(1);
        breakDown(3);
        look(1);

        assertThat(line.done).isEmpty();
    }

    @Test
    void aConnectionThatBreaksAllTheTimeIsBuiltAnewOnce() {
        breakDown(4);
        look(100);

        assertThat(line.done).containsExactly("drop 1", "connect 1");
    }

    @Test
    void aConnectionThatStaysAwayIsBuiltAnewWhenPatienceEndsAndNotBefore() {
        line.state = State.AWAY;

        look(5);
        assertThat(line.done).isEmpty();

        look(1);
        assertThat(line.done).containsExactly("drop 6", "connect 6");
    }

    @Test
    void oneThatCouldNotBeBuiltIsTriedAgainAfterPausesThatDouble() {
        line.state = State.ABSENT;
        line.next = State.ABSENT;

        look(70);

        assertThat(line.done).containsExactly("connect 4", "connect 8", "connect 16", "connect 32", "connect 52");
    }

    @Test
    void aStormIsMetWithPausesThatDoubleAndBeginAnewAfterCalm() {
        for (int i = 0; i < 3; i++) {
            breakDown(4);
            look(10);
        }
        assertThat(line.done).containsExactly("drop 1", "connect 1", "drop 11", "connect 15", "drop 21", "connect 29");

        look(20);
        line.done.clear();
        breakDown(4);
        look(1);
        assertThat(line.done).containsExactly("drop 51", "connect 51");
    }

    @Test
    void whatHasEndedForGoodIsLeftAlone() {
        line.state = State.ENDED;
        breakDown(100);

        look(100);

        assertThat(line.done).isEmpty();
    }

    @Test
    void itLooksByItselfOnceStarted() {
        line.state = State.ABSENT;
        var quick = new DiscordWatchdog.Patience(
                Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 3);
        try (DiscordWatchdog started = new DiscordWatchdog(line, quick)) {
            started.start();

            await().until(() -> line.state() == State.CONNECTED);
        }
    }
}
