package dev.paperboy.discord.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One REST answer; status 0 closes the connection without one. */
record Answer(int status, @Nullable JsonNode body, Map<String, String> headers) {
    static final Answer NO_CONTENT = new Answer(204, null, Map.of());
    static final Answer CLOSED = new Answer(0, null, Map.of());

    static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body, Map.of());
    }

    static Answer of(Refusal refusal) {
        return new Answer(refusal.status(), refusal.body(), Map.of());
    }
}
