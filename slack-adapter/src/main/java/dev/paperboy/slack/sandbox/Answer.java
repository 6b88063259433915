package dev.paperboy.slack.sandbox;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What Slack says over HTTP. */
record Answer(int status, String body, Map<String, String> headers) {

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
        return new Answer(status, Json.MAPPER.writeValueAsString(body), Map.of());
    }

    static Answer error(int status, String code) {
        return json(status, Json.object().put("ok", false).put("error", code));
    }

    /** 429 with whole seconds to wait, at least one. */
    static Answer tooFast(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        Answer plain = error(429, "ratelimited");
        return new Answer(429, plain.body(), Map.of("Retry-After", Long.toString(seconds)));
    }
}
