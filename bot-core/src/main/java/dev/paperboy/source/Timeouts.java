package dev.paperboy.source;

import java.time.Duration;

/**
 * How long to wait for the other side.
 *
 * @param connect until a connection stands
 * @param answer from the request to the last byte of its answer
 */
public record Timeouts(Duration connect, Duration answer) {

    /** Ten seconds, and two minutes: a page of arXiv's OAI-PMH can take most of one. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(2));
}
