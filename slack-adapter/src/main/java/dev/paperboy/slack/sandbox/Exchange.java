package dev.paperboy.slack.sandbox;

import java.time.Instant;

/**
 * One request over the wire with its answer, as the log keeps it. Tokens never appear in it.
 *
 * @param at the sandbox clock's time
 * @param kind which door it went through
 * @param name API method, envelope type or event type
 * @param request JSON of the request's parameters or payload
 * @param status HTTP status of the answer, 0 when the connection was closed without one
 * @param answer the answer's body, "" when there was none
 * @param millis real time between request and answer
 */
public record Exchange(Instant at, Kind kind, String name, String request, int status, String answer, long millis) {
    /** The doors: the first two are opened by the bot, the last two by Slack. */
    public enum Kind {
        WEB_API,
        RESPONSE_URL,
        SOCKET,
        HTTP
    }
}
