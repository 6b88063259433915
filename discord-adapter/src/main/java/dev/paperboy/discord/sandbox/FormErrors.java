package dev.paperboy.discord.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a request's body, field by field, as Discord's 50035 answers tell it. */
final class FormErrors {
    private record Problem(String path, String code, String message) {}

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a problem at a dotted path such as {@code embeds.0.title}; the empty path is the whole form. */
    void add(String path, String code, String message) {
        problems.add(new Problem(path, code, message));
    }

    void tooLong(String path, int limit) {
        add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + limit + " or fewer in length.");
    }

    void badLength(String path, int least, int most) {
        add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
    }

    void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    void notOneOf(String path, String allowed) {
        add(path, "BASE_TYPE_CHOICES", "Value must be one of " + allowed + ".");
    }

    void unknown(String path) {
        add(path, "UNKNOWN_FIELD", "No such field");
    }

    /** Adds every property of an object that is none of its known ones; {@code at} ends in a dot or is empty. */
    void known(String at, JsonNode object, Set<String> names) {
        object.propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> unknown(at + name));
    }

    void check() {
        if (!problems.isEmpty()) {
            throw Refusal.form(this);
        }
    }

    List<String> lines() {
        return problems.stream()
                .map(p -> p.path() + ": " + p.code() + ": " + p.message())
                .toList();
    }

    ObjectNode tree() {
        ObjectNode root = Json.object();
        for (Problem problem : problems) {
            ObjectNode node = root;
            for (String step : problem.path().split("\\.")) {
                node = step.isEmpty() ? node : child(node, step);
            }
            ArrayNode errors = node.has("_errors") ? (ArrayNode) node.get("_errors") : node.putArray("_errors");
            errors.add(Json.object().put("code", problem.code()).put("message", problem.message()));
        }
        return root;
    }

    private static ObjectNode child(ObjectNode node, String step) {
        return node.get(step) instanceof ObjectNode existing ? existing : node.putObject(step);
    }
}
