package dev.paperboy.slack.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A way to the app: a WebSocket that it opened, or signed HTTP to its request URL. */
interface Delivery {
    /** The app must answer within this time. */
    Duration ACK_WITHIN = Duration.ofSeconds(3);

    /** Sends it once; the future ends with what came back, never exceptionally. */
    CompletableFuture<Ack> deliver(Envelope envelope);
}
