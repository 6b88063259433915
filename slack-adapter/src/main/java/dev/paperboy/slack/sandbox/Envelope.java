package dev.paperboy.slack.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that Slack sends to the app.
 *
 * @param name event type, or the kind's own name
 * @param attempt 0 for the first time, up to 3 for retries
 * @param retryReason why it is sent again, "" the first time
 */
record Envelope(Kind kind, String name, ObjectNode payload, int attempt, String retryReason) {
    /** What it is, under the name that Socket Mode uses. */
    enum Kind {
        SLASH_COMMAND("slash_commands"),
        INTERACTIVE("interactive"),
        EVENT("events_api"),
        URL_VERIFICATION("url_verification");

        final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }
    }

    static Envelope first(Kind kind, String name, ObjectNode payload) {
        return new Envelope(kind, name, payload, 0, "");
    }

    Envelope again(String reason) {
        return new Envelope(kind, name, payload, attempt + 1, reason);
    }
}
