package dev.paperboy.discord;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    /**
     * When it loses patience.
     *
     * @param look how often it looks
     * @param silence how long the connection may be away
     * @param disconnects how many times the connection may break between two looks
     */
    record Patience(Duration look, Duration silence, int disconnects) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(90), 10);
    }

    private final BooleanSupplier connected;
    private final Runnable rebuild;
    private final Patience patience;
    private @Nullable ScheduledExecutorService timer;
    private int looksAway;
    private int broken;

    DiscordWatchdog(BooleanSupplier connected, Runnable rebuild, Patience patience) {
        this.connected = connected;
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
        looksAway = connected.getAsBoolean() ? 0 : looksAway + 1;
        int breaks = broken;
        broken = 0;
        boolean away = patience.look().multipliedBy(looksAway).compareTo(patience.silence()) >= 0;
        if (breaks > patience.disconnects()) {
            LOG.warn("Discord's gateway broke {} times in {}; building the connection anew", breaks, patience.look());
        } else if (away) {
            LOG.warn("no connection to Discord for {}; building it anew", patience.silence());
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
