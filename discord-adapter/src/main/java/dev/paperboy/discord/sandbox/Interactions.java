package dev.paperboy.discord.sandbox;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends people's commands and clicks to the bot and keeps the deadlines. Needs the world's monitor. */
final class Interactions {
    private final World world;
    private final Gateway gateway;
    private final Attachments attachments;
    private final LongSupplier ticker;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Interaction> byId = new LinkedHashMap<>();
    /** In real time, whatever the world's clock says: clients read a token's age off the id by their own clock. */
    private final Snowflakes ids = new Snowflakes(InstantSource.system());

    Interactions(World world, Gateway gateway, Attachments attachments, LongSupplier ticker) {
        this.world = world;
        this.gateway = gateway;
        this.attachments = attachments;
        this.ticker = ticker;
    }

    UserAction command(SandboxUser user, SandboxChannel channel, String path, Map<String, ?> options) {
        CommandForm form = CommandForm.open(world, this::keep, user, channel.id(), path);
        form.fill(options);
        return send(Interaction.COMMAND, user, channel, null, 0, form.data());
    }

    private ObjectNode keep(Upload file) {
        return attachments.keep(world.nextId(), file);
    }

    UserAction autocomplete(
            SandboxUser user,
            SandboxChannel channel,
            String path,
            Map<String, ?> options,
            String focused,
            String typed) {
        CommandForm form = CommandForm.open(world, this::keep, user, channel.id(), path);
        int type = form.fillPartly(options, focused, typed);
        return send(Interaction.AUTOCOMPLETE, user, channel, null, type, form.data());
    }

    /** A click on a button, or with values a choice in a menu. */
    UserAction component(
            SandboxUser user, SandboxChannel channel, String messageId, String customId, List<String> values) {
        StoredMessage message = world.message(channel.id(), messageId);
        if (message == null || !message.visibleTo(user.id())) {
            throw new CommandForm.Unsendable("There is no message " + messageId + " here.");
        }
        JsonNode component = all(message.json().path("components"))
                .filter(candidate -> Json.text(candidate, "custom_id").equals(customId))
                .findFirst()
                .orElseThrow(() -> new CommandForm.Unsendable("The message has no component " + customId + "."));
        if (component.path("disabled").asBoolean(false)) {
            throw new CommandForm.Unsendable("The button is disabled.");
        }
        ObjectNode data = Json.object()
                .put("custom_id", customId)
                .put("component_type", Json.number(component, "type"))
                .put("id", Json.number(component, "id"));
        if (!values.isEmpty()) {
            data.set("values", Json.array(values.stream()));
        }
        return send(Interaction.COMPONENT, user, channel, message, 0, data);
    }

    /** Every component of a message, nested ones included. */
    static Stream<JsonNode> all(JsonNode components) {
        return components
                .valueStream()
                .flatMap(component -> Stream.concat(
                        Stream.of(component, component.path("accessory")).filter(JsonNode::isObject),
                        all(component.path("components"))));
    }

    private UserAction send(
            int type,
            SandboxUser user,
            SandboxChannel channel,
            @Nullable StoredMessage source,
            int focusedType,
            ObjectNode data) {
        Interaction interaction = new Interaction(
                ids.next(), token(), type, name(data), user, channel.id(), source, focusedType, ticker.getAsLong());
        byId.put(interaction.id(), interaction);
        if (gateway.waitingForResume()) {
            interaction.excuse();
        }
        ObjectNode event = Wire.interaction(world, user, channel)
                .put("id", interaction.id())
                .put("token", interaction.token())
                .put("type", type);
        event.set("data", data);
        if (source != null) {
            event.set("message", source.forApi());
        }
        gateway.dispatch(0, "INTERACTION_CREATE", event);
        return interaction.action();
    }

    private static String name(JsonNode data) {
        JsonNode nested = data.path("options").path(0);
        boolean deeper = Json.number(nested, "type") == CommandRules.SUBCOMMAND
                || Json.number(nested, "type") == CommandRules.GROUP;
        return deeper ? Json.text(data, "name") + " " + name(nested) : Json.text(data, "name");
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return "interaction-" + HexFormat.of().formatHex(bytes);
    }

    /** The interaction of a callback, if its token still lives. */
    Interaction forCallback(String id, String token) {
        Interaction interaction = byId.get(id);
        if (interaction == null || !interaction.token().equals(token)) {
            throw Refusal.violation(404, 10062, "Unknown interaction");
        }
        interaction.tried();
        if (interaction.acknowledged()) {
            throw interaction.refusal(400, 40060, "Interaction has already been acknowledged.");
        }
        if (interaction.firstResponseLate(ticker.getAsLong())) {
            throw interaction.refusal(404, 10062, "Unknown interaction");
        }
        return interaction;
    }

    /** The interaction behind a webhook token, acknowledged and at most 15 minutes old. */
    Interaction forWebhook(String applicationId, String token) {
        Interaction interaction = byToken(token)
                .filter(found -> applicationId.equals(World.APPLICATION))
                .orElseThrow(() -> Refusal.violation(404, 10015, "Unknown Webhook"));
        if (interaction.expired(ticker.getAsLong())) {
            throw interaction.refusal(401, 50027, "Invalid Webhook Token");
        }
        if (!interaction.acknowledged()) {
            throw interaction.notAcknowledged();
        }
        return interaction;
    }

    private Optional<Interaction> byToken(String token) {
        return byId.values().stream().filter(i -> i.token().equals(token)).findFirst();
    }

    /** A fault hits a request about this interaction. */
    void excuse(String idOrToken) {
        byId.values().stream()
                .filter(i -> i.id().equals(idOrToken) || i.token().equals(idOrToken))
                .forEach(Interaction::excuse);
    }

    /** Ends what nobody answered in time. */
    void sweep() {
        long now = ticker.getAsLong();
        for (Interaction interaction : new ArrayList<>(byId.values())) {
            if (interaction.state() == Interaction.State.WAITING && interaction.firstResponseLate(now)) {
                interaction.failed("The application did not respond", now);
            } else if (interaction.state() == Interaction.State.DEFERRED && interaction.expired(now)) {
                interaction.failed("The application did not finish within 15 minutes", now);
            } else if (interaction.forgotten(now)) {
                byId.remove(interaction.id());
            }
        }
    }
}
