package dev.paperboy.discord.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives components the numeric ids that Discord returns with them. */
final class ComponentNumbers {
    private int next = 1;

    ArrayNode number(JsonNode components) {
        ArrayNode copy = (ArrayNode) components.deepCopy();
        copy.forEach(component -> number((ObjectNode) component));
        return copy;
    }

    private void number(ObjectNode component) {
        if (Json.number(component, "id") == 0) {
            component.put("id", next);
        }
        next++;
        component.path("components").forEach(child -> number((ObjectNode) child));
        if (component.path("accessory") instanceof ObjectNode accessory) {
            number(accessory);
        }
    }
}
