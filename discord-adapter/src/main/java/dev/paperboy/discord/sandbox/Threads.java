package dev.paperboy.discord.sandbox;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Public threads under messages. They are shown and kept, though nobody can write in them here. */
final class Threads {
    private static final int HAS_THREAD = 1 << 5;
    private static final int PUBLIC_THREAD = 11;
    private static final int LONGEST_NAME = 100;
    private static final Set<Integer> AUTO_ARCHIVE = Set.of(60, 1440, 4320, 10080);
    private static final Set<String> FIELDS = Set.of("name", "auto_archive_duration", "rate_limit_per_user");

    private final World world;
    private final MessageBoard board;
    private final Gateway gateway;

    Threads(World world, MessageBoard board, Gateway gateway) {
        this.world = world;
        this.board = board;
        this.gateway = gateway;
    }

    /** Opens a message's thread; its id is the message's. */
    ObjectNode start(StoredMessage message, JsonNode body) {
        check(body);
        if (!world.botMay(message.channelId(), Permissions.CREATE_PUBLIC_THREADS)) {
            throw Refusal.missingPermissions();
        }
        if (message.json().has("thread")) {
            throw Refusal.circumstance(400, 160004, "A thread has already been created for this message");
        }
        ObjectNode thread = thread(message, body);
        message.json().set("thread", thread.deepCopy());
        message.json().put("flags", message.flags() | HAS_THREAD);
        world.changed(message);
        gateway.dispatch(Gateway.GUILDS, "THREAD_CREATE", thread.deepCopy().put("newly_created", true));
        board.announce(message, "MESSAGE_UPDATE");
        return thread;
    }

    private static void check(JsonNode body) {
        FormErrors errors = new FormErrors();
        errors.known("", body, FIELDS);
        String name = Json.text(body, "name").strip();
        if (name.isEmpty()) {
            errors.required("name");
        } else if (name.length() > LONGEST_NAME) {
            errors.badLength("name", 1, LONGEST_NAME);
        }
        if (body.has("auto_archive_duration") && !AUTO_ARCHIVE.contains(Json.number(body, "auto_archive_duration"))) {
            errors.notOneOf("auto_archive_duration", "60, 1440, 4320, 10080");
        }
        errors.check();
    }

    private ObjectNode thread(StoredMessage message, JsonNode body) {
        String now = world.clock().instant().toString();
        int archive = body.has("auto_archive_duration") ? Json.number(body, "auto_archive_duration") : 1440;
        ObjectNode thread = Json.object()
                .put("id", message.id())
                .put("type", PUBLIC_THREAD)
                .put("guild_id", World.GUILD)
                .put("parent_id", message.channelId())
                .put("owner_id", World.BOT)
                .put("name", Json.text(body, "name").strip())
                .put("last_message_id", (String) null)
                .put("rate_limit_per_user", 0)
                .put("message_count", 0)
                .put("total_message_sent", 0)
                .put("member_count", 1)
                .put("flags", 0);
        thread.putObject("thread_metadata")
                .put("archived", false)
                .put("archive_timestamp", now)
                .put("auto_archive_duration", archive)
                .put("locked", false)
                .put("create_timestamp", now);
        thread.putObject("member")
                .put("id", message.id())
                .put("user_id", World.BOT)
                .put("join_timestamp", now)
                .put("flags", 1);
        return thread;
    }
}
