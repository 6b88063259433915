package dev.paperboy.slack.sandbox;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One thing that a person did and that the bot may answer: a command, a click, a visit to the home tab. */
final class Interaction {
    /** How an interaction can be answered. */
    enum Kind {
        COMMAND,
        CLICK,
        HOME,
        SUBMISSION
    }

    final Kind kind;
    final String user;
    final String channel;
    final @Nullable Posted source;
    final String trigger;
    final String responseToken;
    final long startedNanos;
    final CompletableFuture<SandboxReply> reply = new CompletableFuture<>();

    /** What its asker did in the window that answered it; answered through the same response URL. */
    volatile @Nullable Interaction submission;

    private int uses;

    Interaction(
            Kind kind,
            String user,
            String channel,
            @Nullable Posted source,
            String trigger,
            String responseToken,
            long startedNanos) {
        this.kind = kind;
        this.user = user;
        this.channel = channel;
        this.source = source;
        this.trigger = trigger;
        this.responseToken = responseToken;
        this.startedNanos = startedNanos;
    }

    /** Counts one use of the response URL and says how many there were. */
    synchronized int use() {
        return ++uses;
    }

    boolean isOpen() {
        return !reply.isDone();
    }
}
