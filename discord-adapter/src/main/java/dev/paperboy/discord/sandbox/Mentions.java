package dev.paperboy.discord.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom a message calls. Content and text displays call, embeds do not; without {@code allowed_mentions} every mention
 * in them fires.
 */
final class Mentions {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");

    private Mentions() {}

    static void resolve(ObjectNode message, JsonNode allowed, World world) {
        String text = Stream.concat(Stream.of(Json.text(message, "content")), displays(message.path("components")))
                .reduce("", (all, part) -> all + "\n" + part);
        message.put(
                "mention_everyone",
                parses(allowed, "everyone") && EVERYONE.matcher(text).find());
        ArrayNode called = message.putArray("mentions");
        Matcher matcher = USER.matcher(text);
        while (matcher.find()) {
            SandboxUser user = world.user(matcher.group(1));
            if (user != null && (parses(allowed, "users") || lists(allowed, user.id()))) {
                called.add(Wire.user(user));
            }
        }
    }

    private static Stream<String> displays(JsonNode components) {
        return components
                .valueStream()
                .flatMap(component -> Stream.concat(
                        Stream.of(Json.text(component, "content")), displays(component.path("components"))));
    }

    private static boolean parses(JsonNode allowed, String kind) {
        return !allowed.isObject()
                || allowed.path("parse")
                        .valueStream()
                        .anyMatch(entry -> entry.asString("").equals(kind));
    }

    private static boolean lists(JsonNode allowed, String id) {
        return allowed.path("users")
                .valueStream()
                .anyMatch(entry -> entry.asString("").equals(id));
    }
}
