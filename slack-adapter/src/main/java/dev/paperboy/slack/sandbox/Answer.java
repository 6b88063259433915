package dev.paperboy.slack.sandbox;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack says over HTTP.
 *
 * @param seen what people see of it, to be run once the exchange is in the log
 */
record Answer(int status, String body, Map<String, String> headers, Runnable seen) {
    static Answer plain(String body) {
        return new Answer(200, body, Map.of(), Answer::nobody);
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, body, more, seen);
    }

    Answer seenAs(Runnable what) {
        return new Answer(status, body, headers, what);
    }

    static Answer ok(ObjectNode fields) {
        ObjectNode body = Json.object().put("ok", true);
        body.setAll(fields);
        return json(200, body);
    }

    static Answer refused(String code, ObjectNode more) {
        ObjectNode body = Json.object().put("ok", false).put("error", code);
        body.setAll(more);
        return json(200, body);
    }

    static Answer json(int status, ObjectNode body) {
        return new Answer(status, Json.MAPPER.writeValueAsString(body), Map.of(), Answer::nobody);
    }

    static Answer error(int status, String code) {
        return json(status, Json.object().put("ok", false).put("error", code));
    }

    /** 429 with whole seconds to wait, at least one. */
    static Answer tooFast(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return error(429, "ratelimited").with(Map.of("Retry-After", Long.toString(seconds)));
    }

    private static void nobody() {
        // Nobody sees anything of it.
    }
}
