package dev.paperboy.discord.sandbox;

import dev.paperboy.discord.sandbox.RestApi.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes that register commands, globally and for the guild. Needs the world's monitor. */
final class CommandRegistry {
    private static final int CREATES_A_DAY = 200;

    private final World world;
    private int creates;

    CommandRegistry(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return Stream.concat(
                        scope("/applications/{application_id}/commands", World.APPLICATION).stream(),
                        scope("/applications/{application_id}/guilds/{guild_id}/commands", World.GUILD).stream())
                .toList();
    }

    private List<Route> scope(String path, String scope) {
        String one = path + "/{command_id}";
        return List.of(
                route("GET", path, call -> Answer.ok(list(scope))),
                route("PUT", path, call -> replaceAll(scope, call.body())),
                route("POST", path, call -> create(scope, call.body())),
                route("GET", one, call -> Answer.ok(find(scope, call))),
                route("PATCH", one, call -> change(scope, call)),
                route("DELETE", one, call -> delete(scope, call)));
    }

    private static Route route(String method, String path, Function<Call, Answer> work) {
        return new Route(method, path, false, call -> {
            if (!call.parameter("application_id").equals(World.APPLICATION)
                    || !call.parameters().getOrDefault("guild_id", World.GUILD).equals(World.GUILD)) {
                throw Refusal.violation(403, 50001, "Missing Access");
            }
            return work.apply(call);
        });
    }

    private ArrayNode list(String scope) {
        return Json.array().addAll(world.commands(scope).values());
    }

    private Answer replaceAll(String scope, JsonNode definitions) {
        CommandRules.checkAll(definitions);
        Map<String, ObjectNode> before = new LinkedHashMap<>(world.commands(scope));
        world.commands(scope).clear();
        for (JsonNode definition : definitions) {
            put(scope, before, definition);
        }
        return Answer.ok(list(scope));
    }

    private Answer create(String scope, JsonNode definition) {
        CommandRules.check("", definition);
        return Answer.ok(put(scope, new LinkedHashMap<>(world.commands(scope)), definition));
    }

    /** A command of the same name keeps its id and is no new creation. */
    private ObjectNode put(String scope, Map<String, ObjectNode> before, JsonNode definition) {
        String id = before.values().stream()
                .filter(known -> Json.text(known, "name").equals(Json.text(definition, "name")))
                .map(known -> Json.text(known, "id"))
                .findFirst()
                .orElseGet(this::newId);
        ObjectNode command = complete((ObjectNode) definition.deepCopy(), scope, id);
        world.commands(scope).put(id, command);
        return command;
    }

    private String newId() {
        if (++creates > CREATES_A_DAY) {
            throw Refusal.violation(
                    400, 30034, "Max number of daily application command creates has been reached (200)");
        }
        return world.nextId();
    }

    private ObjectNode complete(ObjectNode command, String scope, String id) {
        command.put("id", id).put("application_id", World.APPLICATION).put("version", world.nextId());
        if (scope.equals(World.GUILD)) {
            command.put("guild_id", World.GUILD);
        }
        fallBack(command, "type", Json.MAPPER.valueToTree(1));
        fallBack(command, "default_member_permissions", Json.MAPPER.nullNode());
        fallBack(command, "nsfw", Json.MAPPER.valueToTree(false));
        fallBack(command, "options", Json.array());
        command.set("contexts", contexts(command.path("contexts")));
        return command;
    }

    /** As numbers, however they came; every context when none was named. */
    private static ArrayNode contexts(JsonNode named) {
        ArrayNode contexts = Json.array();
        if (named.isEmpty()) {
            return contexts.add(0).add(1).add(2);
        }
        named.forEach(context -> contexts.add(context.asInt()));
        return contexts;
    }

    private static void fallBack(ObjectNode command, String field, JsonNode value) {
        if (!command.has(field)) {
            command.set(field, value);
        }
    }

    private ObjectNode find(String scope, Call call) {
        ObjectNode command = world.commands(scope).get(call.parameter("command_id"));
        if (command == null) {
            throw Refusal.circumstance(404, 10063, "Unknown application command");
        }
        return command;
    }

    private Answer change(String scope, Call call) {
        ObjectNode changed = find(scope, call).deepCopy();
        call.body().properties().forEach(field -> changed.set(field.getKey(), field.getValue()));
        ObjectNode definition = changed.deepCopy();
        definition.remove(List.of("application_id", "version", "guild_id"));
        CommandRules.check("", definition);
        world.commands(scope).put(Json.text(changed, "id"), changed.put("version", world.nextId()));
        return Answer.ok(changed);
    }

    private Answer delete(String scope, Call call) {
        world.commands(scope).remove(Json.text(find(scope, call), "id"));
        return Answer.NO_CONTENT;
    }
}
