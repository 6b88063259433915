package dev.paperboy.discord.sandbox;

import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection: the session it speaks for, and how much its client has sent lately. */
final class GatewayConnection {
    private static final int SENDS = 120;
    private static final long WINDOW = Duration.ofSeconds(60).toNanos();

    private final WsContext socket;
    private final Deque<Long> sends = new ArrayDeque<>();
    private @Nullable GatewaySession session;
    private long lastHeartbeat;
    private boolean closedByUs;

    GatewayConnection(WsContext socket, long now) {
        this.socket = socket;
        this.lastHeartbeat = now;
    }

    synchronized void beat(long now) {
        lastHeartbeat = now;
    }

    synchronized long lastHeartbeat() {
        return lastHeartbeat;
    }

    /** The end that comes now is of our making. */
    synchronized void closing() {
        closedByUs = true;
    }

    synchronized boolean closedByUs() {
        return closedByUs;
    }

    WsContext socket() {
        return socket;
    }

    synchronized @Nullable GatewaySession session() {
        return session;
    }

    synchronized void speakFor(GatewaySession theSession) {
        session = theSession;
    }

    /** After that the client may identify again. */
    synchronized void forgetSession() {
        session = null;
    }

    /** Counts a frame from the client; true when it is one too many. */
    synchronized boolean tooMany(long now) {
        while (!sends.isEmpty() && now - sends.getFirst() > WINDOW) {
            sends.removeFirst();
        }
        sends.addLast(now);
        return sends.size() > SENDS;
    }
}
