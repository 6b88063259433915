package dev.paperboy.slack;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON, and reads it. */
final class SlackJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SlackJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode object(String type) {
        return object().put("type", type);
    }

    /** The type of what Slack sent; empty if it has none, or is no JSON. */
    static String type(String message) {
        try {
            return MAPPER.readTree(message).path("type").asString("");
        } catch (JacksonException noJson) {
            return "";
        }
    }

    /** What we once wrote. */
    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
