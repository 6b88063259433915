package dev.paperboy.discord.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One REST request, read. A body that is absent is a missing node. */
record Call(
        String method,
        String route,
        String path,
        Map<String, String> parameters,
        Map<String, String> query,
        @Nullable String authorization,
        JsonNode body,
        List<Upload> files) {

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean asks(String name) {
        return "true".equals(query.get(name));
    }

    /** Method and template, the name under which faults find it. */
    String name() {
        return method + " " + route;
    }
}
