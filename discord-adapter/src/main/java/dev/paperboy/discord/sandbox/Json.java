package dev.paperboy.discord.sandbox;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's JSON in short words. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(Stream<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** The text of a field, or "" when it is absent or not a text. */
    static String text(JsonNode node, String field) {
        return node.path(field).stringValue("");
    }

    /** Whether a field is there and not null. */
    static boolean has(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return !value.isMissingNode() && !value.isNull();
    }

    static int number(JsonNode node, String field) {
        return node.path(field).asInt(0);
    }

    /** A text's length as Discord counts it: in code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
