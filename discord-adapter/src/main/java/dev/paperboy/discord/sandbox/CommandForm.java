package dev.paperboy.discord.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as a person fills it in: Discord's client lets nothing be sent that does not fit the registered
 * definition, and neither does this.
 */
final class CommandForm {
    /** Why the client would not send it. */
    @SuppressWarnings("serial") // never serialised
    static final class Unsendable extends RuntimeException {
        Unsendable(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final World world;
    private final Function<Upload, ObjectNode> files;
    private final ObjectNode data;
    private final JsonNode leaf;
    private final ArrayNode filled;

    private CommandForm(
            World world, Function<Upload, ObjectNode> files, ObjectNode data, JsonNode leaf, ArrayNode filled) {
        this.world = world;
        this.files = files;
        this.data = data;
        this.leaf = leaf;
        this.filled = filled;
    }

    /**
     * Opens the form of a command.
     *
     * @param files keeps an attached file, and describes it
     * @param path such as {@code papers search}, with or without a leading slash
     * @throws Unsendable when no such command is registered or the person may not use it
     */
    static CommandForm open(
            World world, Function<Upload, ObjectNode> files, SandboxUser user, String channelId, String path) {
        List<String> steps = List.of(path.strip().replaceFirst("^/", "").split("\\s+"));
        ObjectNode command = world.commandNamed(steps.getFirst());
        if (command == null) {
            throw new Unsendable("No command /" + steps.getFirst() + " is registered.");
        }
        requireRight(world, user, channelId, command);
        ObjectNode data = Json.object()
                .put("id", Json.text(command, "id"))
                .put("name", steps.getFirst())
                .put("type", 1);
        ObjectNode place = data;
        JsonNode definition = command;
        for (String step : steps.subList(1, steps.size())) {
            definition = child(definition, step, path);
            ObjectNode nested =
                    Json.object().put("type", Json.number(definition, "type")).put("name", step);
            place.putArray("options").add(nested);
            place = nested;
        }
        if (nests(definition)) {
            throw new Unsendable("/" + String.join(" ", steps) + " needs a sub-command.");
        }
        return new CommandForm(world, files, data, definition, place.putArray("options"));
    }

    private static void requireRight(World world, SandboxUser user, String channelId, JsonNode command) {
        String needed = command.path("default_member_permissions").asString("");
        long bits = needed.isEmpty() ? 0 : Long.parseLong(needed);
        long rights = world.permissions(user, channelId);
        if ((rights & Permissions.USE_APPLICATION_COMMANDS) == 0
                || (rights & bits) != bits
                || (needed.equals("0") && !user.mayManageChannels())) {
            throw new Unsendable("You do not have permission to use this command.");
        }
    }

    private static JsonNode child(JsonNode definition, String name, String path) {
        return definition
                .path("options")
                .valueStream()
                .filter(option -> nests(option) || Json.number(option, "type") == CommandRules.SUBCOMMAND)
                .filter(option -> Json.text(option, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new Unsendable("There is no command " + path + "."));
    }

    private static boolean nests(JsonNode definition) {
        return Json.number(definition.path("options").path(0), "type") == CommandRules.SUBCOMMAND
                || Json.number(definition.path("options").path(0), "type") == CommandRules.GROUP
                || Json.number(definition, "type") == CommandRules.GROUP;
    }

    /** Fills in every option and checks that nothing required is missing. */
    void fill(Map<String, ?> options) {
        Map<String, Object> left = new LinkedHashMap<>(options);
        for (JsonNode definition : leaf.path("options")) {
            Object value = left.remove(Json.text(definition, "name"));
            if (value != null) {
                filled.add(option(definition, value));
            } else if (definition.path("required").asBoolean(false)) {
                throw new Unsendable("The option " + Json.text(definition, "name") + " is required.");
            }
        }
        refuseUnknown(left);
    }

    /**
     * Fills in the options so far and marks the one being typed.
     *
     * @return the focused option's type
     */
    int fillPartly(Map<String, ?> options, String focused, String typed) {
        Map<String, Object> others = new LinkedHashMap<>(options);
        others.remove(focused);
        JsonNode definition = definitionOf(focused)
                .filter(option -> option.path("autocomplete").asBoolean(false))
                .orElseThrow(() -> new Unsendable("The option " + focused + " has no autocomplete."));
        for (JsonNode option : leaf.path("options")) {
            Object value = others.remove(Json.text(option, "name"));
            if (value != null) {
                filled.add(option(option, value));
            }
        }
        refuseUnknown(others);
        int type = Json.number(definition, "type");
        filled.add(Json.object()
                .put("name", focused)
                .put("type", type)
                .put("value", typed)
                .put("focused", true));
        return type;
    }

    private void refuseUnknown(Map<String, Object> left) {
        if (!left.isEmpty()) {
            throw new Unsendable("There is no option " + String.join(", ", left.keySet()) + "; known: "
                    + leaf.path("options")
                            .valueStream()
                            .map(option -> Json.text(option, "name"))
                            .collect(Collectors.joining(", ")));
        }
    }

    private Optional<JsonNode> definitionOf(String name) {
        return leaf.path("options")
                .valueStream()
                .filter(option -> Json.text(option, "name").equals(name))
                .findFirst();
    }

    private ObjectNode option(JsonNode definition, Object value) {
        int type = Json.number(definition, "type");
        ObjectNode option =
                Json.object().put("name", Json.text(definition, "name")).put("type", type);
        JsonNode chosen = chosen(definition, value);
        if (chosen != null) {
            option.set("value", chosen);
            return option;
        }
        switch (type) {
            case CommandRules.STRING -> option.put("value", text(definition, value.toString()));
            case CommandRules.INTEGER -> option.put("value", integer(definition, value.toString()));
            case CommandRules.NUMBER -> option.put("value", number(definition, value.toString()));
            case CommandRules.BOOLEAN -> option.put("value", truth(definition, value.toString()));
            case CommandRules.USER -> option.put("value", resolveUser(value.toString()));
            case CommandRules.CHANNEL -> option.put("value", resolveChannel(value.toString()));
            case CommandRules.ATTACHMENT -> option.put("value", resolveFile(definition, value));
            default -> throw wrong(definition, "has a type the stand-in does not know");
        }
        return option;
    }

    /** The value of the choice taken, null for an option without choices. */
    private static @Nullable JsonNode chosen(JsonNode definition, Object value) {
        JsonNode choices = definition.path("choices");
        if (choices.isEmpty()) {
            return null;
        }
        String wanted = value.toString();
        return choices.valueStream()
                .filter(choice -> choice.path("value").asString("").equals(wanted)
                        || Json.text(choice, "name").equals(wanted))
                .map(choice -> choice.path("value"))
                .findFirst()
                .orElseThrow(() -> wrong(
                        definition,
                        "must be one of "
                                + choices.valueStream()
                                        .map(choice -> Json.text(choice, "name"))
                                        .collect(Collectors.joining(", "))));
    }

    private static String text(JsonNode definition, String value) {
        int length = Json.length(value);
        int least = Json.number(definition, "min_length");
        int most = definition.path("max_length").asInt(6000);
        if (length < least || length > most || value.isEmpty()) {
            throw wrong(definition, "must have " + Math.max(1, least) + " to " + most + " characters");
        }
        return value;
    }

    private static long integer(JsonNode definition, String value) {
        try {
            long number = Long.parseLong(value);
            inBounds(definition, (double) number);
            return number;
        } catch (NumberFormatException notANumber) {
            throw wrong(definition, "must be a whole number");
        }
    }

    private static double number(JsonNode definition, String value) {
        try {
            double number = Double.parseDouble(value);
            inBounds(definition, number);
            return number;
        } catch (NumberFormatException notANumber) {
            throw wrong(definition, "must be a number");
        }
    }

    private static void inBounds(JsonNode definition, double number) {
        if (Json.has(definition, "min_value")
                && number < definition.path("min_value").asDouble()) {
            throw wrong(definition, "must be at least " + definition.path("min_value"));
        }
        if (Json.has(definition, "max_value")
                && number > definition.path("max_value").asDouble()) {
            throw wrong(definition, "must be at most " + definition.path("max_value"));
        }
    }

    private static boolean truth(JsonNode definition, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(definition, "must be true or false");
        }
        return value.equals("true");
    }

    private String resolveUser(String name) {
        SandboxUser user = world.users().stream()
                .filter(known -> known.id().equals(name) || known.name().equals(name.replaceFirst("^@", "")))
                .findFirst()
                .orElseThrow(() -> new Unsendable("There is no user " + name + "."));
        resolved("users").set(user.id(), Wire.user(user));
        ObjectNode member = Wire.member(user);
        member.remove("user");
        resolved("members").set(user.id(), member);
        return user.id();
    }

    private String resolveChannel(String name) {
        SandboxChannel channel = world.channels().stream()
                .filter(known -> known.id().equals(name) || known.name().equals(name.replaceFirst("^#", "")))
                .findFirst()
                .orElseThrow(() -> new Unsendable("There is no channel " + name + "."));
        resolved("channels").set(channel.id(), Wire.channel(world, channel));
        return channel.id();
    }

    private String resolveFile(JsonNode definition, Object value) {
        if (!(value instanceof SandboxFile file)) {
            throw wrong(definition, "must be a file");
        }
        if (file.upload().size() > Upload.LIMIT) {
            throw new Unsendable("Your files are too powerful. The maximum file size is 10 MB.");
        }
        ObjectNode kept = files.apply(file.upload());
        resolved("attachments").set(Json.text(kept, "id"), kept);
        return Json.text(kept, "id");
    }

    private ObjectNode resolved(String kind) {
        ObjectNode all = data.withObject("resolved");
        return all.withObject(kind);
    }

    private static Unsendable wrong(JsonNode definition, String what) {
        return new Unsendable("The option " + Json.text(definition, "name") + " " + what + ".");
    }

    /** The {@code data} of the interaction. */
    ObjectNode data() {
        return data;
    }
}
