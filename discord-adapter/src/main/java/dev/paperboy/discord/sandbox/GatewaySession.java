package dev.paperboy.discord.sandbox;

import io.javalin.websocket.WsContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One gateway session: its sequence numbers, its connection if it has one, and the last 1000 events for a resume.
 * Events of a session without a connection are kept for its return.
 */
final class GatewaySession {
    private static final int KEPT = 1000;

    private final String id;
    private final int intents;
    private final Deque<ObjectNode> sent = new ArrayDeque<>();
    private int sequence;
    private @Nullable WsContext connection;

    GatewaySession(String id, int intents, WsContext connection) {
        this.id = id;
        this.intents = intents;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    synchronized boolean connected() {
        return connection != null;
    }

    synchronized boolean on(WsContext other) {
        return other.equals(connection);
    }

    boolean wants(int intent) {
        return intent == 0 || (intents & intent) != 0;
    }

    synchronized void dispatch(String event, JsonNode data) {
        ObjectNode frame = Json.object().put("op", 0).put("t", event).put("s", ++sequence);
        frame.set("d", data);
        if (sent.size() == KEPT) {
            sent.removeFirst();
        }
        sent.addLast(frame);
        send(frame);
    }

    /** Sends a frame that is no event, if there is a connection. */
    synchronized void send(ObjectNode frame) {
        if (connection != null && connection.session.isOpen()) {
            connection.send(frame.toString());
        }
    }

    synchronized void detach(WsContext gone) {
        if (on(gone)) {
            connection = null;
        }
    }

    synchronized int sequence() {
        return sequence;
    }

    /**
     * Continues on a new connection: every event after the given number in order, then RESUMED.
     *
     * @return false when some of these events are no longer kept
     */
    synchronized boolean resume(WsContext fresh, int after) {
        if (after < sequence - sent.size()) {
            return false;
        }
        connection = fresh;
        sent.stream().filter(frame -> Json.number(frame, "s") > after).forEach(this::send);
        dispatch("RESUMED", Json.object());
        return true;
    }

    synchronized void close(int code, String reason) {
        if (connection != null) {
            connection.closeSession(code, reason);
        }
    }
}
