package dev.paperboy.discord.sandbox;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The gateway: HELLO, IDENTIFY with intents, heartbeats, events in sequence, RESUME, and its ways to fail. */
final class Gateway {
    static final int GUILDS = 1;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final int DIRECT_MESSAGES = 1 << 12;
    static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;

    private static final int GUILD_MEMBERS = 1 << 1;
    private static final int GUILD_PRESENCES = 1 << 8;
    private static final int MESSAGE_CONTENT = 1 << 15;
    private static final int PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    private static final int KNOWN_INTENTS = (1 << 26) - 1;
    private static final int PAYLOAD = 4096;
    private static final int ABNORMAL = 1006;

    private final World world;
    private final SandboxPace pace;
    private final Ledger ledger;
    private final String token;
    private final Supplier<String> url;
    private final Map<WsContext, GatewayConnection> connections = new ConcurrentHashMap<>();
    private final List<GatewaySession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger closeOnArrival = new AtomicInteger();
    private final AtomicInteger identifies = new AtomicInteger();
    private volatile long silentSince;
    private volatile long silentFor;

    Gateway(World world, SandboxPace pace, Ledger ledger, String token, Supplier<String> url) {
        this.world = world;
        this.pace = pace;
        this.ledger = ledger;
        this.token = token;
        this.url = url;
    }

    void configure(WsConfig ws) {
        ws.onConnect(this::arrive);
        ws.onMessage(message -> read(message, message.message()));
        ws.onClose(closed -> leave(closed, closed.status()));
        ws.onError(broken -> leave(broken, ABNORMAL));
    }

    /** Sends an event to every session that asked for its intent; 0 goes to all. */
    void dispatch(int intent, String event, ObjectNode data) {
        sessions.stream().filter(session -> session.wants(intent)).forEach(s -> s.dispatch(event, data.deepCopy()));
    }

    /** Whether the bot has a session, connected or about to resume. */
    boolean online() {
        return !sessions.isEmpty();
    }

    /** Whether an event sent now would have to wait for a resume. */
    boolean waitingForResume() {
        return sessions.stream().noneMatch(GatewaySession::connected);
    }

    int identifies() {
        return identifies.get();
    }

    private void arrive(WsContext socket) {
        connections.put(socket, new GatewayConnection(socket, System.nanoTime()));
        ObjectNode hello = Json.object().put("op", 10);
        hello.set("d", Json.object().put("heartbeat_interval", pace.heartbeat().toMillis()));
        socket.send(hello.toString());
        if (closeOnArrival.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            socket.closeSession(4000, "Unknown error");
        }
    }

    /** A client that closes with 1000 or 1001 has done with its session; after any other end it may resume. */
    private void leave(WsContext socket, int code) {
        GatewayConnection connection = connections.remove(socket);
        boolean byClient = connection != null && !connection.closedByUs();
        if (byClient && (code == 1000 || code == 1001)) {
            sessions.removeIf(session -> session.on(socket));
        }
        sessions.forEach(session -> session.detach(socket));
    }

    /** Closes who has not sent a heartbeat for twice as long as asked. */
    void sweep() {
        // Real time: what a test pushes forward must not end connections.
        long now = System.nanoTime();
        long most = pace.heartbeat().multipliedBy(2).toNanos();
        connections.values().stream()
                .filter(connection -> !connection.closedByUs() && now - connection.lastHeartbeat() > most)
                .forEach(connection -> refuse(connection, 4009, "Session timed out: no heartbeat"));
    }

    private void read(WsContext socket, String text) {
        GatewayConnection connection = connections.get(socket);
        if (connection == null) {
            return;
        }
        if (text.length() > PAYLOAD) {
            refuse(connection, 4002, "Payload of " + text.length() + " characters");
        } else if (connection.tooMany(pace.ticker().getAsLong())) {
            refuse(connection, 4008, "Rate limited");
        } else {
            obey(connection, text);
        }
    }

    private void obey(GatewayConnection connection, String text) {
        JsonNode frame;
        try {
            frame = Json.MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            refuse(connection, 4002, "Decode error");
            return;
        }
        JsonNode data = frame.path("d");
        switch (frame.path("op").asInt(-1)) {
            case 1 -> {
                connection.beat(System.nanoTime());
                acknowledge(connection);
            }
            case 2 -> identify(connection, data);
            case 6 -> resume(connection, data);
            case 3, 4 -> requireSession(connection);
            case 8 -> members(connection, data);
            default -> refuse(connection, 4001, "Unknown opcode");
        }
    }

    private void acknowledge(GatewayConnection connection) {
        if (!silent()) {
            connection.socket().send("{\"op\":11}");
        }
    }

    private boolean silent() {
        return pace.ticker().getAsLong() - silentSince < silentFor;
    }

    private @Nullable GatewaySession requireSession(GatewayConnection connection) {
        GatewaySession session = connection.session();
        if (session == null) {
            refuse(connection, 4003, "Not authenticated");
        }
        return session;
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        int intents = Json.number(data, "intents");
        if (connection.session() != null) {
            refuse(connection, 4005, "Already authenticated");
        } else if (!Json.text(data, "token").equals(token)) {
            refuse(connection, 4004, "Authentication failed");
        } else if ((intents & ~KNOWN_INTENTS) != 0 || !Json.has(data, "intents")) {
            refuse(connection, 4013, "Invalid intent(s)");
        } else if ((intents & PRIVILEGED) != 0) {
            refuse(connection, 4014, "Disallowed intent(s)");
        } else if (!Json.has(data, "properties")) {
            refuse(connection, 4002, "IDENTIFY without properties");
        } else {
            begin(connection, intents);
        }
    }

    private void begin(GatewayConnection connection, int intents) {
        if (identifies.incrementAndGet() > 1000) {
            ledger.record(new Violation("GATEWAY", 4004, "more than 1000 IDENTIFYs: Discord resets the token"));
        }
        sessions.removeIf(session -> !session.connected());
        GatewaySession session =
                new GatewaySession(UUID.randomUUID().toString().replace("-", ""), intents, connection.socket());
        connection.speakFor(session);
        synchronized (world) {
            session.dispatch("READY", ready(session));
            if (session.wants(GUILDS)) {
                tellOfGuild(session);
            }
            sessions.add(session);
        }
    }

    private void tellOfGuild(GatewaySession session) {
        if (world.guildAway()) {
            session.dispatch("GUILD_DELETE", unavailableGuild());
        } else {
            session.dispatch("GUILD_CREATE", Wire.guild(world));
        }
    }

    void takeGuildAway() {
        synchronized (world) {
            world.takeGuildAway(true);
            dispatch(GUILDS, "GUILD_DELETE", unavailableGuild());
        }
    }

    void bringGuildBack() {
        synchronized (world) {
            world.takeGuildAway(false);
            dispatch(GUILDS, "GUILD_CREATE", Wire.guild(world));
        }
    }

    private static ObjectNode unavailableGuild() {
        return Json.object().put("id", World.GUILD).put("unavailable", true);
    }

    private ObjectNode ready(GatewaySession session) {
        ObjectNode ready = Json.object()
                .put("v", 10)
                .put("session_id", session.id())
                .put("session_type", "normal")
                .put("resume_gateway_url", url.get());
        ready.set("user", Wire.user(world.bot()).put("verified", true).put("mfa_enabled", false));
        ready.set("application", Json.object().put("id", World.APPLICATION).put("flags", 0));
        ready.putArray("guilds").add(unavailableGuild());
        ready.putArray("private_channels");
        return ready;
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        if (silent()) {
            return;
        }
        if (!Json.text(data, "token").equals(token)) {
            refuse(connection, 4004, "Authentication failed");
            return;
        }
        GatewaySession session = sessions.stream()
                .filter(known -> known.id().equals(Json.text(data, "session_id")))
                .findFirst()
                .orElse(null);
        if (session == null) {
            connection.socket().send(invalidSession(false).toString());
            return;
        }
        connection.speakFor(session);
        synchronized (world) {
            int after = Json.number(data, "seq");
            if (after > session.sequence()) {
                refuse(connection, 4007, "Invalid seq");
            } else if (!session.resume(connection.socket(), after)) {
                sessions.remove(session);
                connection.forgetSession();
                connection.socket().send(invalidSession(false).toString());
            }
        }
    }

    private void members(GatewayConnection connection, JsonNode data) {
        GatewaySession session = requireSession(connection);
        if (session == null) {
            return;
        }
        ObjectNode chunk =
                Json.object().put("guild_id", World.GUILD).put("chunk_index", 0).put("chunk_count", 1);
        if (Json.has(data, "nonce")) {
            chunk.set("nonce", data.path("nonce"));
        }
        ArrayNode list = chunk.putArray("members");
        synchronized (world) {
            world.users().forEach(user -> list.add(Wire.member(user)));
            session.dispatch("GUILD_MEMBERS_CHUNK", chunk);
        }
    }

    private void refuse(GatewayConnection connection, int code, String reason) {
        ledger.record(new Violation("GATEWAY", code, reason));
        connection.closing();
        connection.socket().closeSession(code, reason + ".");
    }

    private static ObjectNode invalidSession(boolean resumable) {
        return Json.object().put("op", 9).put("d", resumable);
    }

    void reconnect() {
        sessions.forEach(session -> session.send(Json.object().put("op", 7).put("d", (String) null)));
    }

    void invalidate(boolean resumable) {
        sessions.forEach(session -> session.send(invalidSession(resumable)));
        if (!resumable) {
            sessions.clear();
            connections.values().forEach(GatewayConnection::forgetSession);
        }
    }

    void close4000(int times) {
        closeOnArrival.addAndGet(times - 1);
        sessions.forEach(session -> session.close(4000, "Unknown error"));
    }

    void close(int code, String reason) {
        sessions.forEach(session -> session.close(code, reason));
    }

    void stopClosing() {
        closeOnArrival.set(0);
        silentFor = 0;
    }

    void cut() {
        connections.keySet().forEach(socket -> socket.session.disconnect());
    }

    void fallSilent(Duration time) {
        silentSince = pace.ticker().getAsLong();
        silentFor = time.toNanos();
    }
}
