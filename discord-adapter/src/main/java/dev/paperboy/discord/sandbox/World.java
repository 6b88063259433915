package dev.paperboy.discord.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guild "Paperboy Lab" with its people, channels, messages and commands. Not thread-safe: whoever uses it holds
 * its monitor.
 */
final class World {
    static final String GUILD = "900000000000000001";
    static final String GUILD_NAME = "Paperboy Lab";
    static final String ADMIN_ROLE = "900000000000000031";
    static final String APPLICATION = "900000000000000021";
    static final String BOT = "900000000000000020";

    private static final int SNAPSHOT_VERSION = 1;

    private final InstantSource clock;
    private final Snowflakes ids;
    private final Map<String, SandboxUser> users = new LinkedHashMap<>();
    private final Map<String, SandboxChannel> channels = new LinkedHashMap<>();
    private final Map<String, SandboxChannel> deleted = new LinkedHashMap<>();
    /** The bot's conversations with one person each: the channel's id and the person's. */
    private final Map<String, String> direct = new LinkedHashMap<>();

    /** The rights that channels deny the bot. */
    private final Map<String, Long> denied = new HashMap<>();

    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> commands = new HashMap<>();
    private Consumer<String> onlooker = channel -> {};
    private Consumer<String> journal = line -> {};
    private boolean guildAway;
    private boolean peopleRefuse;

    World(InstantSource clock) {
        this.clock = clock;
        this.ids = new Snowflakes(clock);
        add(new SandboxUser("900000000000000011", "ada", true, false));
        add(new SandboxUser("900000000000000012", "ben", false, false));
        add(new SandboxUser(BOT, "paperboy", false, true));
        add(new SandboxChannel("900000000000000002", "papers"));
        add(new SandboxChannel("900000000000000003", "general"));
    }

    InstantSource clock() {
        return clock;
    }

    String nextId() {
        return ids.next();
    }

    void add(SandboxUser user) {
        users.put(user.id(), user);
    }

    void add(SandboxChannel channel) {
        channels.put(channel.id(), channel);
    }

    List<SandboxUser> users() {
        return List.copyOf(users.values());
    }

    List<SandboxChannel> channels() {
        return List.copyOf(channels.values());
    }

    SandboxUser bot() {
        return requireNonNull(users.get(BOT));
    }

    @Nullable
    SandboxUser user(String id) {
        return users.get(id);
    }

    @Nullable
    SandboxChannel channel(String id) {
        SandboxUser person = recipient(id);
        return person == null ? channels.get(id) : new SandboxChannel(id, "@" + person.name());
    }

    /** Whom the bot talks with in a channel; null if it is one of the guild's. */
    @Nullable
    SandboxUser recipient(String channelId) {
        String person = direct.get(channelId);
        return person == null ? null : users.get(person);
    }

    /** Whom the bot talks with, by the channel's id. */
    Map<String, SandboxUser> conversations() {
        Map<String, SandboxUser> all = new LinkedHashMap<>();
        direct.forEach((id, person) -> all.put(id, requireNonNull(users.get(person))));
        return all;
    }

    /** The conversation with a person, made if need be. */
    SandboxChannel direct(SandboxUser person) {
        String id = direct.entrySet().stream()
                .filter(conversation -> conversation.getValue().equals(person.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> openDirect(person));
        return requireNonNull(channel(id));
    }

    private String openDirect(SandboxUser person) {
        String id = nextId();
        direct.put(id, person.id());
        noteChannels();
        return id;
    }

    /** Has all people refuse the bot's direct messages, or take them again. */
    void refuseDirect(boolean refuse) {
        peopleRefuse = refuse;
    }

    /** Whether what the bot posts there is refused by the person. */
    boolean refusesDirect(String channelId) {
        return peopleRefuse && direct.containsKey(channelId);
    }

    boolean deleteChannel(String id) {
        messages.values().removeIf(message -> message.channelId().equals(id));
        SandboxChannel gone = channels.remove(id);
        if (gone == null) {
            return false;
        }
        deleted.put(id, gone);
        noteChannels();
        return true;
    }

    /** Makes a deleted channel anew, empty and under its old id, which Discord itself cannot do. */
    void restoreChannel(SandboxChannel channel) {
        deleted.remove(channel.id());
        channels.put(channel.id(), channel);
        noteChannels();
    }

    /** The channels that were deleted, in that order. */
    List<SandboxChannel> deletedChannels() {
        return List.copyOf(deleted.values());
    }

    /** Takes one of the bot's rights in a channel. */
    void deny(String channelId, long right) {
        denied.merge(channelId, right, (old, added) -> old | added);
        noteChannels();
    }

    /** Gives it back. */
    void allow(String channelId, long right) {
        denied.computeIfPresent(channelId, (same, old) -> old & ~right);
        noteChannels();
    }

    /** The rights of the bot that a channel denies it. */
    long denied(String channelId) {
        return denied.getOrDefault(channelId, 0L);
    }

    /** Whether the guild is in an outage: gone from the gateway, though not from the world. */
    boolean guildAway() {
        return guildAway;
    }

    void takeGuildAway(boolean away) {
        guildAway = away;
    }

    /** The rights of a member in a channel. */
    long permissions(SandboxUser user, String channelId) {
        long base = Permissions.EVERYONE | (user.mayManageChannels() ? Permissions.ADMINISTRATION : 0);
        return user.id().equals(BOT) ? base & ~denied(channelId) : base;
    }

    boolean botMay(String channelId, long permission) {
        return (permissions(bot(), channelId) & permission) == permission;
    }

    /** Calls back with a channel's id whenever people see something new or different in it. */
    void watch(Consumer<String> listener) {
        onlooker = listener;
    }

    /**
     * Calls back with a line for {@link #replay} at every change, before whoever asked for the change is answered. What
     * the lines tell stands in no snapshot yet.
     */
    void record(Consumer<String> keeper) {
        journal = keeper;
    }

    /** Tells of a message that is new or different; one that is still being written is told of when it is added. */
    void changed(StoredMessage message) {
        if (messages.containsKey(message.id())) {
            ObjectNode line = Json.object();
            line.set("message", message.snapshot());
            journal.accept(line.toString());
            onlooker.accept(message.channelId());
        }
    }

    void add(StoredMessage message) {
        messages.put(message.id(), message);
        changed(message);
    }

    @Nullable
    StoredMessage message(String channelId, String id) {
        StoredMessage message = messages.get(id);
        return message != null && message.channelId().equals(channelId) ? message : null;
    }

    void delete(StoredMessage message) {
        messages.remove(message.id());
        journal.accept(Json.object().put("gone", message.id()).toString());
        onlooker.accept(message.channelId());
    }

    private void noteChannels() {
        journal.accept(channelLists().toString());
    }

    /** Oldest first. */
    Stream<StoredMessage> messagesIn(String channelId) {
        return messages.values().stream().filter(m -> m.channelId().equals(channelId));
    }

    /** The commands of a scope by id: {@link #GUILD} or, for the global ones, {@link #APPLICATION}. */
    Map<String, ObjectNode> commands(String scope) {
        return commands.computeIfAbsent(scope, unseen -> new LinkedHashMap<>());
    }

    Stream<ObjectNode> allCommands() {
        return Stream.of(GUILD, APPLICATION).flatMap(scope -> commands(scope).values().stream());
    }

    /** The command a person sees under this name; a guild's own hides a global one. */
    @Nullable
    ObjectNode commandNamed(String name) {
        return allCommands()
                .filter(command -> Json.text(command, "name").equals(name))
                .findFirst()
                .orElse(null);
    }

    String snapshot() {
        ObjectNode snapshot = Json.object().put("version", SNAPSHOT_VERSION).put("lastId", ids.last());
        snapshot.setAll(channelLists());
        ArrayNode messageList = snapshot.putArray("messages");
        messages.values().forEach(message -> messageList.add(message.snapshot()));
        ObjectNode scopes = snapshot.putObject("commands");
        commands.forEach((scope, registered) -> scopes.putArray(scope).addAll(registered.values()));
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(snapshot);
    }

    private ObjectNode channelLists() {
        ObjectNode lists = Json.object();
        ArrayNode standing = lists.putArray("channels");
        channels.values().forEach(channel -> standing.add(json(channel).put("denied", denied(channel.id()))));
        ArrayNode gone = lists.putArray("deleted");
        deleted.values().forEach(channel -> gone.add(json(channel)));
        ArrayNode conversations = lists.putArray("direct");
        direct.forEach(
                (id, person) -> conversations.add(Json.object().put("id", id).put("person", person)));
        return lists;
    }

    private static ObjectNode json(SandboxChannel channel) {
        return Json.object().put("id", channel.id()).put("name", channel.name());
    }

    private static SandboxChannel channel(JsonNode json) {
        return new SandboxChannel(Json.text(json, "id"), Json.text(json, "name"));
    }

    /** @throws IllegalArgumentException when the text is no snapshot of this version; the world is then unchanged */
    void restore(String text) {
        JsonNode snapshot = read(text);
        if (Json.number(snapshot, "version") != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException("not a snapshot of version " + SNAPSHOT_VERSION);
        }
        messages.clear();
        commands.clear();
        restoreChannels(snapshot);
        snapshot.path("messages").forEach(message -> add(StoredMessage.restored(message)));
        snapshot.path("commands")
                .properties()
                .forEach(scope -> scope.getValue()
                        .forEach(command -> commands(scope.getKey())
                                .put(Json.text(command, "id"), (ObjectNode) command.deepCopy())));
        ids.continueAfter(snapshot.path("lastId").asString("0"));
    }

    private void restoreChannels(JsonNode lists) {
        channels.clear();
        deleted.clear();
        denied.clear();
        direct.clear();
        lists.path("direct").forEach(json -> direct.put(Json.text(json, "id"), Json.text(json, "person")));
        lists.path("channels").forEach(json -> {
            add(channel(json));
            denied.put(Json.text(json, "id"), json.path("denied").asLong(0));
        });
        lists.path("deleted").forEach(json -> deleted.put(Json.text(json, "id"), channel(json)));
    }

    /**
     * Makes a recorded change again, on top of a snapshot; twice is as good as once.
     *
     * @throws IllegalArgumentException when the line is none that was recorded; the world is then unchanged
     */
    void replay(String line) {
        JsonNode change = read(line);
        if (change.has("message")) {
            StoredMessage message = StoredMessage.restored(change.path("message"));
            messages.put(message.id(), message);
            ids.continueAfter(message.id());
        } else if (change.has("gone")) {
            messages.remove(Json.text(change, "gone"));
            ids.continueAfter(Json.text(change, "gone"));
        } else if (change.has("channels")) {
            restoreChannels(change);
            messages.values().removeIf(message -> channel(message.channelId()) == null);
        } else {
            throw new IllegalArgumentException("not a recorded change");
        }
    }

    private static JsonNode read(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("malformed JSON", malformed);
        }
    }
}
