package dev.paperboy.config.sandbox;

import io.javalin.http.sse.SseClient;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells every open page what changed, as server-sent events. Changes of a moment are gathered, so that a burst of
 * messages makes a page read its channel once.
 */
final class PageEvents implements AutoCloseable {

    private static final long GATHER_MILLIS = 40;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final Set<Change> gathered = new LinkedHashSet<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-page-events").factory());

    /** Something in a channel of a platform, or with an empty platform in the sandbox as a whole. */
    private record Change(String platform, String channel) {}

    void start() {
        var _ = teller.scheduleWithFixedDelay(
                () -> clients.forEach(client -> attempt(client, () -> client.sendComment("still here"))),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    void join(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        client.sendEvent("state", "{}");
    }

    /** Something in a channel is new or different. */
    void channelChanged(String platform, String channel) {
        gather(new Change(platform, channel));
    }

    /** Clock, faults or live papers are different. */
    void stateChanged() {
        gather(new Change("", ""));
    }

    private void gather(Change change) {
        synchronized (gathered) {
            boolean first = gathered.isEmpty();
            if (gathered.add(change) && first && !teller.isShutdown()) {
                var _ = teller.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tell() {
        Set<Change> news;
        synchronized (gathered) {
            news = new LinkedHashSet<>(gathered);
            gathered.clear();
        }
        news.forEach(change -> clients.forEach(client -> attempt(client, () -> send(client, change))));
    }

    /** A page that is gone must not keep the others from their news. */
    private void attempt(SseClient client, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException gone) {
            clients.remove(client);
        }
    }

    private static void send(SseClient client, Change change) {
        if (change.platform().isEmpty()) {
            client.sendEvent("state", "{}");
        } else {
            client.sendEvent(
                    "changed", "{\"platform\":\"" + change.platform() + "\",\"channel\":\"" + change.channel() + "\"}");
        }
    }

    /** The streams end with their server: to close one whose page is gone already, Javalin would try for ever. */
    @Override
    public void close() {
        teller.shutdownNow();
        clients.clear();
    }
}
