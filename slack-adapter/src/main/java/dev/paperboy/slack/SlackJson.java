package dev.paperboy.slack;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON. */
final class SlackJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SlackJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode object(String type) {
        return object().put("type", type);
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
