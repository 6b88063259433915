package dev.paperboy.discord.sandbox;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bot's side of an interaction: first response, edits of it, follow-ups. Needs the world's monitor. */
final class InteractionReplies {
    private static final int MESSAGE = 4;
    private static final int DEFER = 5;
    private static final int DEFER_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int CHAT_INPUT_REPLY = 20;
    private static final int PLAIN_MESSAGE = 0;

    private final World world;
    private final MessageBoard board;
    private final LongSupplier ticker;

    InteractionReplies(World world, MessageBoard board, LongSupplier ticker) {
        this.world = world;
        this.board = board;
        this.ticker = ticker;
    }

    /** Takes the first response and returns Discord's callback object. */
    ObjectNode first(Interaction interaction, JsonNode body, List<Upload> files) {
        int type = Json.number(body, "type");
        requireKnown(body, type);
        requireFitting(interaction, type);
        JsonNode data = body.path("data");
        switch (type) {
            case MESSAGE -> message(interaction, data, files);
            case DEFER -> defer(interaction, data);
            case DEFER_UPDATE -> acknowledge(interaction, Interaction.State.DEFERRED, interaction.source());
            case UPDATE -> update(interaction, data, files);
            default -> choices(interaction, data);
        }
        return callback(interaction, type);
    }

    /** Discord ignores what it does not know; whoever sends it means something that does not happen. */
    private static void requireKnown(JsonNode body, int type) {
        FormErrors errors = new FormErrors();
        errors.known("", body, Set.of("type", "data"));
        switch (type) {
            case DEFER -> errors.known("data.", body.path("data"), Set.of("flags"));
            case DEFER_UPDATE -> errors.known("data.", body.path("data"), Set.of());
            case CHOICES -> errors.known("data.", body.path("data"), Set.of("choices"));
            default -> {}
        }
        errors.check();
    }

    private static void requireFitting(Interaction interaction, int type) {
        Set<Integer> fitting = switch (interaction.type()) {
            case Interaction.COMMAND -> Set.of(MESSAGE, DEFER);
            case Interaction.COMPONENT -> Set.of(MESSAGE, DEFER, DEFER_UPDATE, UPDATE);
            default -> Set.of(CHOICES);
        };
        if (!fitting.contains(type)) {
            FormErrors errors = new FormErrors();
            errors.notOneOf("type", fitting.toString());
            errors.check();
        }
    }

    private void message(Interaction interaction, JsonNode data, List<Upload> files) {
        MessageRules.check(MessageRules.Form.REPLY, data, 0, !files.isEmpty());
        StoredMessage message = write(interaction, data, files, CHAT_INPUT_REPLY);
        acknowledge(interaction, Interaction.State.ANSWERED, message);
        board.announce(message, "MESSAGE_CREATE");
        complete(interaction, data, message);
    }

    private void defer(Interaction interaction, JsonNode data) {
        int flags = Json.number(data, "flags");
        if ((flags & ~MessageRules.EPHEMERAL) != 0) {
            FormErrors errors = new FormErrors();
            errors.add("data.flags", "MESSAGE_FLAGS_INVALID", "Only the ephemeral flag may be set on a deferral");
            errors.check();
        }
        ObjectNode loading = Json.object().put("flags", flags | MessageRules.LOADING);
        acknowledge(interaction, Interaction.State.DEFERRED, write(interaction, loading, List.of(), CHAT_INPUT_REPLY));
    }

    private void update(Interaction interaction, JsonNode data, List<Upload> files) {
        StoredMessage source = source(interaction);
        board.edit(source, data, files);
        acknowledge(interaction, Interaction.State.ANSWERED, source);
        complete(interaction, data, source);
    }

    private void choices(Interaction interaction, JsonNode data) {
        FormErrors errors = new FormErrors();
        JsonNode choices = data.path("choices");
        if (!choices.isArray() || choices.size() > 25) {
            errors.badLength("data.choices", 0, 25);
        }
        for (int i = 0; i < choices.size(); i++) {
            CommandRules.choice(errors, "data.choices." + i, choices.path(i), interaction.focusedType());
        }
        errors.check();
        acknowledge(interaction, Interaction.State.ANSWERED, null);
        complete(interaction, data, null);
    }

    private void acknowledge(Interaction interaction, Interaction.State next, @Nullable StoredMessage message) {
        interaction.acknowledge(next, message, ticker.getAsLong());
    }

    private void complete(Interaction interaction, JsonNode payload, @Nullable StoredMessage message) {
        interaction.answered(payload, PlainText.of(payload), message, ticker.getAsLong());
    }

    private StoredMessage write(Interaction interaction, JsonNode body, List<Upload> files, int type) {
        boolean ephemeral = (Json.number(body, "flags") & MessageRules.EPHEMERAL) != 0;
        StoredMessage message = board.write(
                interaction.channelId(),
                world.bot(),
                body,
                files,
                type,
                ephemeral ? interaction.user().id() : null);
        ObjectNode origin = Json.object().put("id", interaction.id()).put("type", interaction.type());
        origin.set("user", Wire.user(interaction.user()));
        origin.set("authorizing_integration_owners", Json.object().put("0", World.GUILD));
        message.json()
                .put("application_id", World.APPLICATION)
                .put("webhook_id", World.APPLICATION)
                .set("interaction_metadata", origin);
        if (interaction.type() == Interaction.COMMAND) {
            ObjectNode command = origin.deepCopy().put("name", interaction.name());
            command.remove("authorizing_integration_owners");
            message.json().set("interaction", command);
        }
        world.changed(message);
        return message;
    }

    private static StoredMessage source(Interaction interaction) {
        StoredMessage source = interaction.source();
        if (source == null) {
            throw new IllegalStateException("a component without its message");
        }
        return source;
    }

    private static ObjectNode callback(Interaction interaction, int type) {
        ObjectNode about = Json.object().put("id", interaction.id()).put("type", interaction.type());
        ObjectNode resource = Json.object().put("type", type);
        StoredMessage message = interaction.original();
        if (message != null && type != DEFER_UPDATE) {
            about.put("response_message_id", message.id())
                    .put("response_message_loading", message.loading())
                    .put("response_message_ephemeral", message.ephemeral());
            resource.set("message", message.forApi());
        }
        ObjectNode callback = Json.object();
        callback.set("interaction", about);
        callback.set("resource", resource);
        return callback;
    }

    /** The message that a webhook path names: {@code @original} or an id this interaction may touch. */
    StoredMessage message(Interaction interaction, String name) {
        StoredMessage message =
                name.equals("@original") ? interaction.original() : world.message(interaction.channelId(), name);
        if (message == null || world.message(interaction.channelId(), message.id()) == null) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    StoredMessage edit(Interaction interaction, String name, JsonNode body, List<Upload> files) {
        StoredMessage message = board.edit(message(interaction, name), body, files);
        if (interaction.state() == Interaction.State.DEFERRED) {
            complete(interaction, body, message);
        }
        return message;
    }

    /** A deleted "thinking…" leaves its place to the first follow-up, which then has its own visibility. */
    void delete(Interaction interaction, String name) {
        StoredMessage message = message(interaction, name);
        board.delete(message);
        if (message.loading()) {
            acknowledge(interaction, Interaction.State.DEFERRED, null);
        }
    }

    /** A follow-up message; the first one after a deferral takes the place of "thinking…", as on Discord. */
    StoredMessage followUp(Interaction interaction, JsonNode body, List<Upload> files) {
        MessageRules.check(MessageRules.Form.REPLY, body, 0, !files.isEmpty());
        StoredMessage original = interaction.original();
        StoredMessage message;
        if (original != null && original.loading()) {
            message = original;
            board.fill(message, body, files);
        } else {
            message = write(interaction, body, files, PLAIN_MESSAGE);
        }
        board.announce(message, "MESSAGE_CREATE");
        if (interaction.state() == Interaction.State.DEFERRED) {
            complete(interaction, body, message);
        }
        return message;
    }
}
