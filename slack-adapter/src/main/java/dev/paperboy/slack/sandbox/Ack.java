package dev.paperboy.slack.sandbox;

/**
 * What came back on an envelope.
 *
 * @param ok whether the app took it within 3 s
 * @param reason Slack's word for what went wrong, "" when nothing
 * @param body the message in the acknowledgement, "" when there was none
 * @param status HTTP status, 200 for a Socket Mode acknowledgement, 0 for none
 * @param noRetry whether the app asked not to be sent this again
 */
record Ack(boolean ok, String reason, String body, int status, boolean noRetry) {

    /** Slack's word for there being nobody to send it to. */
    static final String NOT_REACHED = "no_connection";

    static Ack taken(String body) {
        return new Ack(true, "", body, 200, false);
    }

    static Ack failed(String reason) {
        return new Ack(false, reason, "", 0, false);
    }
}
