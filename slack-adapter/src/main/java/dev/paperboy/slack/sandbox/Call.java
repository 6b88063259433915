package dev.paperboy.slack.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Web API call with its parameters, whether they came as a form, as JSON or in the query.
 *
 * @param effects what people will see of it, once it is in the log
 */
record Call(String method, ObjectNode params, List<Runnable> effects) {

    static Call of(String method, ObjectNode params) {
        return new Call(method, params, new ArrayList<>());
    }

    void showEffects() {
        effects.forEach(Runnable::run);
    }

    String text(String name) {
        return Json.text(params, name);
    }

    String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw SlackRefusal.bad("invalid_arguments", "[ERROR] missing required field: " + name);
        }
        return value;
    }

    boolean has(String name) {
        JsonNode value = params.path(name);
        return !value.isMissingNode()
                && !(value.isString() && value.stringValue().isEmpty());
    }

    /** A structured parameter, which a form carries as a JSON string. */
    Optional<JsonNode> json(String name, String errorCode) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode raw = params.get(name);
        if (!raw.isString()) {
            return Optional.of(raw);
        }
        return Optional.of(Json.parse(raw.stringValue())
                .orElseThrow(() -> SlackRefusal.bad(errorCode, "[ERROR] " + name + " is not valid JSON")));
    }

    int count(String name, int standard, int max) {
        try {
            return has(name) ? Math.clamp(Integer.parseInt(text(name)), 1, max) : standard;
        } catch (NumberFormatException e) {
            throw SlackRefusal.bad("invalid_arguments", "[ERROR] " + name + " must be a number");
        }
    }
}
