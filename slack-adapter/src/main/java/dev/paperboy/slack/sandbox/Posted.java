package dev.paperboy.slack.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message in the world; only the world changes its reactions. */
record Posted(
        String ts,
        String channel,
        String author,
        ObjectNode message,
        Map<String, Set<String>> reactions,
        @Nullable String ephemeralFor) {

    /** Whether it stands in the thread under another message. */
    boolean isReply() {
        String thread = Json.text(message, "thread_ts");
        return !thread.isEmpty() && !thread.equals(ts);
    }

    SandboxMessage view() {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        reactions.forEach((emoji, users) -> seen.put(emoji, List.copyOf(users)));
        return new SandboxMessage(ts, channel, author, Json.MAPPER.writeValueAsString(message), seen, ephemeralFor);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("ts", ts).put("author", author);
        if (ephemeralFor != null) {
            json.put("ephemeral_for", ephemeralFor);
        }
        json.set("message", message);
        json.set("reactions", Json.MAPPER.valueToTree(reactions));
        return json;
    }

    static Posted fromJson(String channel, JsonNode json) {
        Map<String, Set<String>> reactions = new LinkedHashMap<>();
        json.path("reactions").properties().forEach(entry -> {
            List<String> users = new ArrayList<>();
            entry.getValue().forEach(user -> users.add(user.asString()));
            reactions.put(entry.getKey(), new LinkedHashSet<>(users));
        });
        String ephemeral = Json.text(json, "ephemeral_for");
        return new Posted(
                Json.text(json, "ts"),
                channel,
                Json.text(json, "author"),
                (ObjectNode) json.path("message"),
                reactions,
                ephemeral.isEmpty() ? null : ephemeral);
    }
}
