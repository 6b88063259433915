package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes, changes and removes messages and reactions, and tells the gateway. Needs the world's monitor. */
final class MessageBoard {
    private static final long NONCE_MEMORY = Duration.ofMinutes(5).toNanos();
    private static final int DISTINCT_REACTIONS = 20;

    private record Nonce(String messageId, long at) {}

    private final World world;
    private final Gateway gateway;
    private final Attachments attachments;
    private final LongSupplier ticker;
    private final Map<String, Nonce> nonces = new HashMap<>();

    MessageBoard(World world, Gateway gateway, Attachments attachments, LongSupplier ticker) {
        this.world = world;
        this.attachments = attachments;
        this.gateway = gateway;
        this.ticker = ticker;
    }

    /** What the bot posts into a channel. A nonce seen in the past five minutes gives the first message again. */
    StoredMessage create(String channelId, JsonNode body, List<Upload> files) {
        MessageRules.check(MessageRules.Form.CREATE, body, 0, !files.isEmpty());
        requireRight(channelId, body, files);
        StoredMessage earlier = sameNonce(channelId, body);
        if (earlier != null) {
            return earlier;
        }
        StoredMessage message = write(channelId, world.bot(), body, files, 0, null);
        if (Json.has(body, "nonce")) {
            message.json().set("nonce", body.path("nonce"));
            nonces.put(channelId + "/" + body.path("nonce").asString(), new Nonce(message.id(), ticker.getAsLong()));
            world.changed(message);
        }
        announce(message, "MESSAGE_CREATE");
        return message;
    }

    private void requireRight(String channelId, JsonNode body, List<Upload> files) {
        requireChannel(channelId);
        long needed = Permissions.SEND_MESSAGES
                | (body.path("embeds").isEmpty() ? 0 : Permissions.EMBED_LINKS)
                | (files.isEmpty() ? 0 : Permissions.ATTACH_FILES);
        if (!world.botMay(channelId, needed)) {
            throw Refusal.missingPermissions();
        }
        if (world.refusesDirect(channelId)) {
            throw Refusal.circumstance(403, 50007, "Cannot send messages to this user");
        }
    }

    private @Nullable StoredMessage sameNonce(String channelId, JsonNode body) {
        if (!body.path("enforce_nonce").asBoolean(false)) {
            return null;
        }
        Nonce nonce = nonces.get(channelId + "/" + body.path("nonce").asString(""));
        return nonce != null && ticker.getAsLong() - nonce.at() < NONCE_MEMORY
                ? world.message(channelId, nonce.messageId())
                : null;
    }

    /** Adds a message to the world without telling anybody. */
    StoredMessage write(
            String channelId,
            SandboxUser author,
            JsonNode body,
            List<Upload> files,
            int type,
            @Nullable String onlyFor) {
        ObjectNode json = Json.object()
                .put("id", world.nextId())
                .put("channel_id", channelId)
                .put("type", type)
                .put("content", "")
                .put("timestamp", now())
                .put("edited_timestamp", (String) null)
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", 0);
        json.set("author", Wire.user(author));
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            json.putArray(list);
        }
        StoredMessage message = new StoredMessage(json, onlyFor);
        fill(message, body, files);
        world.add(message);
        return message;
    }

    /** Puts a body's fields into a message; absent fields stay as they are. */
    void fill(StoredMessage message, JsonNode body, List<Upload> files) {
        ObjectNode json = message.json();
        if (body.has("content")) {
            json.put("content", Json.text(body, "content"));
        }
        if (body.has("embeds")) {
            ArrayNode embeds = json.putArray("embeds");
            body.path("embeds").forEach(embed -> embeds.add(((ObjectNode) embed.deepCopy()).put("type", "rich")));
        }
        ArrayNode kept = (ArrayNode) json.get("attachments");
        files.forEach(file -> kept.add(attachments.keep(world.nextId(), file)));
        if (body.has("components")) {
            ArrayNode components = new ComponentNumbers().number(body.path("components"));
            Attachments.resolve(components, kept);
            json.set("components", components);
        }
        int flags = (message.flags() & ~MessageRules.LOADING) | Json.number(body, "flags");
        json.put("flags", message.ephemeral() ? flags | MessageRules.EPHEMERAL : flags);
        Mentions.resolve(json, body.path("allowed_mentions"), world);
        world.changed(message);
    }

    StoredMessage edit(StoredMessage message, JsonNode body, List<Upload> files) {
        MessageRules.check(MessageRules.Form.EDIT, body, message.flags(), !files.isEmpty());
        boolean wasLoading = message.loading();
        fill(message, body, files);
        if (!wasLoading) {
            message.json().put("edited_timestamp", now());
            world.changed(message);
        }
        announce(message, "MESSAGE_UPDATE");
        return message;
    }

    /** Tells the gateway about a message everybody sees. */
    void announce(StoredMessage message, String event) {
        if (!message.ephemeral()) {
            tell(message.channelId(), event, message.forApi());
        }
    }

    /** Sends an event about messages to those who asked for the channel's kind. */
    private void tell(String channelId, String event, ObjectNode data) {
        boolean direct = world.recipient(channelId) != null;
        gateway.dispatch(direct ? Gateway.DIRECT_MESSAGES : Gateway.GUILD_MESSAGES, event, inPlace(channelId, data));
    }

    /** Only what happens in the guild names it. */
    private ObjectNode inPlace(String channelId, ObjectNode data) {
        return world.recipient(channelId) == null ? data.put("guild_id", World.GUILD) : data;
    }

    void delete(StoredMessage message) {
        world.delete(message);
        tell(
                message.channelId(),
                "MESSAGE_DELETE",
                Json.object().put("id", message.id()).put("channel_id", message.channelId()));
    }

    void react(StoredMessage message, SandboxUser user, String emoji) {
        if (message.ephemeral()) {
            throw Refusal.unknownMessage();
        }
        if (message.distinctEmojis() >= DISTINCT_REACTIONS
                && message.reactedWith(emoji).isEmpty()) {
            throw Refusal.circumstance(400, 30010, "Maximum number of reactions reached (20)");
        }
        if (message.react(emoji, user.id())) {
            world.changed(message);
            ObjectNode event = reaction(message, user, emoji)
                    .put("message_author_id", Json.text(message.author(), "id"))
                    .put("burst", false)
                    .put("type", 0);
            if (world.recipient(message.channelId()) == null) {
                event.set("member", Wire.member(user));
            }
            gateway.dispatch(reactionIntent(message), "MESSAGE_REACTION_ADD", event);
        }
    }

    void unreact(StoredMessage message, SandboxUser user, String emoji) {
        if (message.unreact(emoji, user.id())) {
            world.changed(message);
            ObjectNode event =
                    reaction(message, user, emoji).put("burst", false).put("type", 0);
            gateway.dispatch(reactionIntent(message), "MESSAGE_REACTION_REMOVE", event);
        }
    }

    private int reactionIntent(StoredMessage message) {
        return world.recipient(message.channelId()) == null
                ? Gateway.GUILD_MESSAGE_REACTIONS
                : Gateway.DIRECT_MESSAGE_REACTIONS;
    }

    private ObjectNode reaction(StoredMessage message, SandboxUser user, String emoji) {
        ObjectNode event = Json.object()
                .put("user_id", user.id())
                .put("channel_id", message.channelId())
                .put("message_id", message.id());
        event.set("emoji", Wire.emoji(emoji));
        return inPlace(message.channelId(), event);
    }

    /** A message of a channel that the bot sees. */
    StoredMessage require(String channelId, String messageId) {
        requireChannel(channelId);
        return message(channelId, messageId);
    }

    /** A message that people see, whatever the bot sees. */
    StoredMessage message(String channelId, String messageId) {
        StoredMessage message = world.message(channelId, messageId);
        if (message == null || message.ephemeral()) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    /** A channel that is there and that the bot sees. */
    void requireChannel(String channelId) {
        if (world.channel(channelId) == null) {
            throw Refusal.unknownChannel();
        }
        if (!world.botMay(channelId, Permissions.VIEW_CHANNEL)) {
            throw Refusal.missingAccess();
        }
    }

    private String now() {
        return world.clock().instant().toString();
    }
}
