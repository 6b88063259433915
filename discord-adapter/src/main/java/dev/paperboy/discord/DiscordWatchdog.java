package dev.paperboy.discord;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that the connection comes back. JDA waits for ever for a RESUME that nobody answers, and reconnects without
 * pause when the gateway accepts and closes at once; both are cured by building it anew.
 */
final class DiscordWatchdog extends ListenerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordWatchdog.class);

    /** How the connection is. */
    enum State {
        CONNECTED,
        /** JDA is at work to bring it back. */
        AWAY,
        /** There is none: the last attempt to build it failed. */
        ABSENT
    }

    /**
     * When it loses patience.
     *
     * @param look how often it looks
     * @param retry how long after a failed attempt it tries again
     * @param silence how long JDA may take to bring the connection back
     * @param disconnects how many times the connection may break between two looks
     */
    record Patience(Duration look, Duration retry, Duration silence, int disconnects) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(90), 10);
    }

    private final Supplier<State> state;
    private final Runnable rebuild;
    private final Patience patience;
    private @Nullable ScheduledExecutorService timer;
    private int looksAway;
    private int broken;

    DiscordWatchdog(Supplier<State> state, Runnable rebuild, Patience patience) {
        this.state = state;
        this.rebuild = rebuild;
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

    private void look() {
        if (lostPatience()) {
            rebuild.run();
        }
    }

    private synchronized boolean lostPatience() {
        State now = state.get();
        looksAway = now == State.CONNECTED ? 0 : looksAway + 1;
        int breaks = broken;
        broken = 0;
        Duration most = now == State.ABSENT ? patience.retry() : patience.silence();
        boolean away = patience.look().multipliedBy(looksAway).compareTo(most) >= 0;
        if (breaks > patience.disconnects()) {
            LOG.warn("Discord's gateway broke {} times in {}; building the connection anew", breaks, patience.look());
        } else if (away) {
            LOG.info("no connection to Discord for {}; building it anew", most);
        } else {
            return false;
        }
        looksAway = 0;
        return true;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
