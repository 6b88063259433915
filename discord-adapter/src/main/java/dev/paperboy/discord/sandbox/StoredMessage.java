package dev.paperboy.discord.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message in the world: Discord's message object, its reactions, and who may see it. */
final class StoredMessage {
    private final ObjectNode json;
    private final @Nullable String onlyFor;
    private final Map<String, Set<String>> reactions = new LinkedHashMap<>();

    StoredMessage(ObjectNode json, @Nullable String onlyFor) {
        this.json = json;
        this.onlyFor = onlyFor;
    }

    String id() {
        return Json.text(json, "id");
    }

    String channelId() {
        return Json.text(json, "channel_id");
    }

    JsonNode author() {
        return json.path("author");
    }

    int flags() {
        return Json.number(json, "flags");
    }

    /** The object to change in place; without reactions. */
    ObjectNode json() {
        return json;
    }

    boolean visibleTo(String userId) {
        return onlyFor == null || onlyFor.equals(userId);
    }

    boolean ephemeral() {
        return onlyFor != null;
    }

    boolean loading() {
        return (flags() & MessageRules.LOADING) != 0;
    }

    /** @return false when that person's reaction was there already */
    boolean react(String emoji, String userId) {
        return reactions.computeIfAbsent(emoji, unseen -> new LinkedHashSet<>()).add(userId);
    }

    boolean unreact(String emoji, String userId) {
        Set<String> users = reactions.getOrDefault(emoji, Set.of());
        boolean removed = users.contains(userId) && users.remove(userId);
        if (users.isEmpty()) {
            reactions.remove(emoji);
        }
        return removed;
    }

    List<String> reactedWith(String emoji) {
        return List.copyOf(reactions.getOrDefault(emoji, Set.of()));
    }

    int distinctEmojis() {
        return reactions.size();
    }

    /** The object as the API shows it to the bot. */
    ObjectNode forApi() {
        ObjectNode copy = json.deepCopy();
        if (!reactions.isEmpty()) {
            ArrayNode list = copy.putArray("reactions");
            reactions.forEach((emoji, users) -> list.add(reaction(emoji, users)));
        }
        return copy;
    }

    private static ObjectNode reaction(String emoji, Set<String> users) {
        ObjectNode reaction = Json.object()
                .put("count", users.size())
                .put("me", users.contains(World.BOT))
                .put("me_burst", false);
        reaction.set("count_details", Json.object().put("burst", 0).put("normal", users.size()));
        reaction.set("emoji", Wire.emoji(emoji));
        reaction.putArray("burst_colors");
        return reaction;
    }

    SandboxMessage view() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        reactions.forEach((emoji, users) -> copy.put(emoji, new ArrayList<>(users)));
        return new SandboxMessage(id(), channelId(), Json.text(author(), "id"), json.deepCopy(), copy, onlyFor);
    }

    ObjectNode snapshot() {
        ObjectNode snapshot = Json.object();
        snapshot.set("json", json);
        snapshot.put("onlyFor", onlyFor);
        ObjectNode kept = snapshot.putObject("reactions");
        reactions.forEach((emoji, users) -> kept.set(emoji, Json.array(users.stream())));
        return snapshot;
    }

    static StoredMessage restored(JsonNode snapshot) {
        ObjectNode json = (ObjectNode) snapshot.required("json").deepCopy();
        StoredMessage message =
                new StoredMessage(json, snapshot.path("onlyFor").asStringOpt().orElse(null));
        snapshot.path("reactions")
                .properties()
                .forEach(reaction ->
                        reaction.getValue().forEach(user -> message.react(reaction.getKey(), user.asString())));
        return message;
    }
}
