package dev.paperboy.discord;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that the connection comes back. JDA waits for ever for a RESUME that nobody answers, and reconnects without
 * pause when the gateway accepts and closes at once; both are cured by building it anew: the first time at once, then
 * after pauses that double, since every new session costs one of Discord's thousand a day.
 */
final class DiscordWatchdog extends ListenerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordWatchdog.class);

    /** How the connection is. */
    enum State {
        CONNECTED,
        /** JDA is at work to bring it back. */
        AWAY,
        /** There is none: it was taken down, or the last attempt to build it failed. */
        ABSENT,
        /** There is none, and no attempt will help. */
        ENDED
    }

    /** What it watches. */
    interface Watched {
        State state();

        /** Takes the connection down. */
        void drop();

        /** Builds it; leaves it absent when that fails. */
        void connect();
    }

    /**
     * When it loses patience.
     *
     * @param look how often it looks
     * @param retry the first pause before it tries again; each further one is twice as long
     * @param longest the longest of these pauses, and how long all must be well until they begin anew
     * @param silence how long JDA may take to bring the connection back
     * @param disconnects how many times the connection may break between two looks
     */
    record Patience(Duration look, Duration retry, Duration longest, Duration silence, int disconnects) {
        static final Patience USUAL = new Patience(
                Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofSeconds(90), 10);
    }

    private final Watched watched;
    private final Patience patience;
    private @Nullable ScheduledExecutorService timer;
    private Duration pause = Duration.ZERO;
    private Duration waited = Duration.ZERO;
    private Duration well = Duration.ZERO;
    private int broken;

    DiscordWatchdog(Watched watched, Patience patience) {
        this.watched = watched;
        this.patience = patience;
    }

    void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("discord-watchdog").factory());
        long look = patience.look().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void onSessionDisconnect(SessionDisconnectEvent event) {
        broken++;
    }

    private synchronized int breaks() {
        int breaks = broken;
        broken = 0;
        return breaks;
    }

    /** One look; the time since the last one is taken to be {@link Patience#look()}. */
    void look() {
        State state = watched.state();
        int breaks = breaks();
        if (state == State.ENDED) {
            close();
        } else if (state == State.ABSENT) {
            absent();
        } else if (breaks > patience.disconnects()) {
            lose("Discord's gateway broke " + breaks + " times in " + patience.look());
        } else if (state == State.AWAY) {
            away();
        } else {
            connected();
        }
    }

    private void connected() {
        waited = Duration.ZERO;
        well = well.plus(patience.look());
        if (well.compareTo(patience.longest()) >= 0) {
            pause = Duration.ZERO;
        }
    }

    private void away() {
        well = Duration.ZERO;
        waited = waited.plus(patience.look());
        if (waited.compareTo(patience.silence()) >= 0) {
            lose("no connection to Discord for " + waited);
        }
    }

    private void lose(String why) {
        well = Duration.ZERO;
        waited = Duration.ZERO;
        watched.drop();
        if (pause.isZero()) {
            LOG.warn("{}; building it anew", why);
            connect();
        } else {
            LOG.warn("{}; building it anew in {}", why, pause);
        }
    }

    private void absent() {
        waited = waited.plus(patience.look());
        Duration due = pause.isZero() ? patience.retry() : pause;
        if (waited.compareTo(due) >= 0) {
            waited = Duration.ZERO;
            connect();
        }
    }

    private void connect() {
        Duration doubled = pause.isZero() ? patience.retry() : pause.multipliedBy(2);
        pause = doubled.compareTo(patience.longest()) > 0 ? patience.longest() : doubled;
        watched.connect();
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
