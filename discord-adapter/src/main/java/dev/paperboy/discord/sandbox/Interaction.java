package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command, click or key press on its way to an answer. Its token dies after 3 s without a first response and after
 * 15 min in any case. Guarded by the world's monitor.
 */
final class Interaction {
    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int AUTOCOMPLETE = 4;
    static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);
    static final Duration LIFE = Duration.ofMinutes(15);

    /** How far the bot has come. */
    enum State {
        WAITING,
        DEFERRED,
        ANSWERED,
        FAILED
    }

    private final String id;
    private final String token;
    private final int type;
    private final String name;
    private final SandboxUser user;
    private final String channelId;
    private final @Nullable StoredMessage source;
    private final int focusedType;
    private final long born;
    private final CompletableFuture<SandboxReply> reply = new CompletableFuture<>();

    private State state = State.WAITING;
    private boolean acknowledged;
    private long acknowledgedAt;
    private int excuses;
    private boolean tried;
    private @Nullable StoredMessage original;

    Interaction(
            String id,
            String token,
            int type,
            String name,
            SandboxUser user,
            String channelId,
            @Nullable StoredMessage source,
            int focusedType,
            long born) {
        this.id = id;
        this.token = token;
        this.type = type;
        this.name = name;
        this.user = user;
        this.channelId = channelId;
        this.source = source;
        this.focusedType = focusedType;
        this.born = born;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    int type() {
        return type;
    }

    /** The command with its sub-commands, empty for a component. */
    String name() {
        return name;
    }

    SandboxUser user() {
        return user;
    }

    String channelId() {
        return channelId;
    }

    /** The message whose component was used. */
    @Nullable
    StoredMessage source() {
        return source;
    }

    /** The option type that an autocomplete answers for. */
    int focusedType() {
        return focusedType;
    }

    /** The message that @original means, once there is one. */
    @Nullable
    StoredMessage original() {
        return original;
    }

    State state() {
        return state;
    }

    boolean acknowledged() {
        return acknowledged;
    }

    /** A fault was made on its way: the next offence is not the client's mistake. */
    void excuse() {
        excuses++;
    }

    /** The client has asked for a first response to be taken, whatever became of it. */
    void tried() {
        tried = true;
    }

    boolean firstResponseLate(long now) {
        return !acknowledged && now - born > FIRST_RESPONSE.toNanos();
    }

    boolean expired(long now) {
        return now - born > LIFE.toNanos();
    }

    /** Long past its life: nothing about it need be remembered. */
    boolean forgotten(long now) {
        return now - born > LIFE.multipliedBy(2).toNanos();
    }

    void acknowledge(State next, @Nullable StoredMessage message, long now) {
        acknowledged = true;
        acknowledgedAt = now;
        state = next;
        original = message;
    }

    UserAction action() {
        return new UserAction(id, reply);
    }

    /** The whole answer is there. */
    void answered(JsonNode payload, String text, @Nullable StoredMessage message, long now) {
        if (state != State.FAILED) {
            state = State.ANSWERED;
        }
        boolean ephemeral = message == null || message.ephemeral();
        String messageId = message == null ? null : message.id();
        SandboxReply complete = new SandboxReply(
                true, ephemeral, text, payload.deepCopy(), messageId, millis(acknowledgedAt), millis(now));
        reply.completeAsync(() -> complete);
    }

    void failed(String why, long now) {
        state = State.FAILED;
        SandboxReply failure = SandboxReply.failed(why, acknowledged ? millis(acknowledgedAt) : 0, millis(now));
        reply.completeAsync(() -> failure);
    }

    /** A refusal that counts as a broken rule unless a fault excuses it; one fault excuses one offence. */
    Refusal refusal(int status, int code, String message) {
        if (excuses == 0) {
            return Refusal.violation(status, code, message);
        }
        excuses--;
        return Refusal.circumstance(status, code, message);
    }

    /**
     * The refusal of what needs an acknowledgement before there is one. Whoever has tried to acknowledge may ask: how
     * else should they learn whether it took effect?
     */
    Refusal notAcknowledged() {
        return tried ? Refusal.circumstance(404, 10015, "Unknown Webhook") : refusal(404, 10015, "Unknown Webhook");
    }

    private long millis(long now) {
        return Duration.ofNanos(now - born).toMillis();
    }
}
