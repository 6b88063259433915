package dev.paperboy.slack.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The workspace "Paperboy Lab": its people, channels, messages and reactions. Safe for concurrent use. */
final class World {
    /** How many are named who reacted in the same way, where not all are asked for; Slack does not say how many. */
    static final int NAMES = 2;

    static final String TEAM = "T0PAPERLAB";
    static final String FOREIGN_TEAM = "T0STRANGERS";
    static final String TEAM_NAME = "Paperboy Lab";
    static final String DOMAIN = "paperboy-lab";
    static final String APP = "A0PAPERBOY";
    static final String BOT = "B0PAPERBOY";
    static final String BOT_USER = "U0PAPERBOY";

    private static final int LONGEST_TEXT = 40_000;

    private final MessageClock clock;
    private final Map<String, SlackUser> users = new LinkedHashMap<>();
    private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, List<Posted>> posts = new LinkedHashMap<>();
    private final Map<String, JsonNode> homes = new LinkedHashMap<>();
    private Consumer<String> onlooker = channel -> {};
    private Consumer<String> journal = line -> {};

    World(MessageClock clock) {
        this.clock = clock;
        addUser(new SlackUser("U0ADA", "ada", "Ada", true, true, false, false));
        addUser(new SlackUser("U0BEN", "ben", "Ben", false, false, false, false));
        addUser(new SlackUser("U0CLEO", "cleo", "Cleo", false, false, true, false));
        addUser(new SlackUser(BOT_USER, "paperboy", "Paperboy", false, false, false, true));
        addChannel(new SlackChannel("C0PAPERS", "papers", "U0ADA", false));
        addChannel(new SlackChannel("C0GENERAL", "general", "U0ADA", false));
        addChannel(new SlackChannel("C0READING", "reading-group", "U0BEN", true));
        addChannel(new SlackChannel("D0ADABEN", "ada-and-ben", "U0ADA", true));
        members.put("D0ADABEN", new LinkedHashSet<>(List.of("U0ADA", "U0BEN")));
    }

    private void addUser(SlackUser user) {
        users.put(user.id(), user);
    }

    private void addChannel(SlackChannel channel) {
        channels.put(channel.id(), channel);
        members.put(channel.id(), new LinkedHashSet<>(users.keySet()));
        posts.put(channel.id(), new ArrayList<>());
    }

    /** Opens a public channel. */
    synchronized SlackChannel open(String name) {
        SlackChannel channel = new SlackChannel("C%08d".formatted(channels.size()), name, "U0ADA", false);
        addChannel(channel);
        return channel;
    }

    synchronized List<SlackUser> users() {
        return List.copyOf(users.values());
    }

    synchronized List<SlackChannel> channels() {
        return channels.values().stream()
                .filter(channel -> !channel.id().startsWith("D"))
                .toList();
    }

    /** Whom the bot talks with, by the channel's id. */
    synchronized Map<String, SlackUser> conversations() {
        Map<String, SlackUser> all = new LinkedHashMap<>();
        channels.keySet().stream()
                .filter(id -> id.startsWith("D"))
                .forEach(id -> user("U" + id.substring(1)).ifPresent(person -> all.put(id, person)));
        return all;
    }

    /** The user with this id, or with this name with or without an @. */
    synchronized Optional<SlackUser> user(String idOrName) {
        String name = idOrName.startsWith("@") ? idOrName.substring(1) : idOrName;
        return users.values().stream()
                .filter(user -> user.id().equals(name) || user.name().equals(name))
                .findFirst();
    }

    /** The channel with this id, or with this name with or without a #; a user's id opens the direct conversation. */
    synchronized Optional<SlackChannel> channel(String idOrName) {
        String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
        Optional<SlackChannel> found = channels.values().stream()
                .filter(channel -> channel.id().equals(name) || channel.name().equals(name))
                .findFirst();
        return found.isPresent() ? found : Optional.ofNullable(users.get(name)).map(this::direct);
    }

    private SlackChannel direct(SlackUser user) {
        String id = "D" + user.id().substring(1);
        if (!channels.containsKey(id)) {
            channels.put(id, new SlackChannel(id, "dm-" + user.name(), user.id(), true));
            members.put(id, new LinkedHashSet<>(List.of(user.id(), BOT_USER)));
            posts.put(id, new ArrayList<>());
        }
        return found(channels.get(id), id);
    }

    synchronized boolean isMember(String channel, String user) {
        return members.getOrDefault(channel, Set.of()).contains(user);
    }

    synchronized List<String> members(String channel) {
        return List.copyOf(members.getOrDefault(channel, Set.of()));
    }

    synchronized void kick(String channel, String user) {
        found(members.get(channel), channel).remove(user);
        noteMembers(channel);
    }

    synchronized void invite(String channel, String user) {
        found(members.get(channel), channel).add(user);
        noteMembers(channel);
    }

    /** Calls back with a channel's id whenever people see something new or different in it. */
    synchronized void watch(Consumer<String> listener) {
        onlooker = listener;
    }

    /**
     * Calls back with a line for {@link #replay} at every change, before whoever asked for the change is answered. What
     * the lines tell stands in no snapshot yet.
     */
    synchronized void record(Consumer<String> keeper) {
        journal = keeper;
    }

    private void changed(Posted posted) {
        ObjectNode line = Json.object().put("channel", posted.channel());
        line.set("message", posted.toJson());
        journal.accept(line.toString());
        onlooker.accept(posted.channel());
    }

    private void noteMembers(String channel) {
        ObjectNode line = Json.object().put("channel", channel);
        line.set("members", Json.MAPPER.valueToTree(members.get(channel)));
        journal.accept(line.toString());
    }

    /** Posts for the bot; {@code content} is what it sent: text, blocks, metadata, thread. */
    synchronized Posted post(String channel, ObjectNode content, @Nullable String ephemeralFor) {
        String ts = clock.next();
        Posted posted = new Posted(ts, channel, BOT_USER, asMessage(ts, content), new LinkedHashMap<>(), ephemeralFor);
        found(posts.get(channel), channel).add(posted);
        changed(posted);
        if (posted.isReply()) {
            message(channel, Json.text(content, "thread_ts")).ifPresent(this::countReply);
        }
        return posted;
    }

    private void countReply(Posted parent) {
        ObjectNode message = parent.message();
        message.put("thread_ts", parent.ts())
                .put("reply_count", message.path("reply_count").asInt(0) + 1);
        changed(parent);
    }

    /** Replaces what a message says; its time stamp and reactions stay. */
    synchronized Posted change(Posted old, ObjectNode content) {
        ObjectNode message = asMessage(old.ts(), content);
        message.putObject("edited").put("user", BOT_USER).put("ts", clock.next());
        Posted anew = new Posted(old.ts(), old.channel(), old.author(), message, old.reactions(), old.ephemeralFor());
        found(posts.get(old.channel()), old.channel())
                .replaceAll(each -> each.ts().equals(old.ts()) ? anew : each);
        changed(anew);
        return anew;
    }

    synchronized void remove(Posted posted) {
        found(posts.get(posted.channel()), posted.channel())
                .removeIf(each -> each.ts().equals(posted.ts()));
        journal.accept(Json.object()
                .put("channel", posted.channel())
                .put("gone", posted.ts())
                .toString());
        onlooker.accept(posted.channel());
    }

    synchronized Optional<Posted> message(String channel, String ts) {
        return posts.getOrDefault(channel, List.of()).stream()
                .filter(each -> each.ts().equals(ts))
                .findFirst();
    }

    /** What everybody in a channel sees, oldest first. */
    synchronized List<Posted> standing(String channel) {
        return posts.getOrDefault(channel, List.of()).stream()
                .filter(each -> each.ephemeralFor() == null)
                .toList();
    }

    /** The channel's messages, oldest first: those for all, and those for this viewer alone. */
    synchronized List<SandboxMessage> messages(String channel, @Nullable String viewer) {
        return posts.getOrDefault(channel, List.of()).stream()
                .filter(each ->
                        each.ephemeralFor() == null || each.ephemeralFor().equals(viewer))
                .map(Posted::view)
                .toList();
    }

    /** Sets or takes back a reaction; false when it was so already. */
    synchronized boolean react(Posted posted, String emoji, String user, boolean add) {
        Set<String> who = posted.reactions().computeIfAbsent(emoji, name -> new LinkedHashSet<>());
        boolean changed = add ? who.add(user) : who.remove(user);
        if (who.isEmpty()) {
            posted.reactions().remove(emoji);
        }
        changed(posted);
        return changed;
    }

    /** Who reacted how to a message, as Slack's API gives it, with so many names at most for each. */
    synchronized ArrayNode reactions(Posted posted, int names) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        posted.reactions().forEach((emoji, users) -> {
            ObjectNode one = list.addObject().put("name", emoji).put("count", users.size());
            one.set("users", Json.MAPPER.valueToTree(users.stream().limit(names).toList()));
        });
        return list;
    }

    synchronized void publishHome(String user, JsonNode view) {
        homes.put(user, view);
    }

    synchronized Optional<JsonNode> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    synchronized String snapshot() {
        ObjectNode root = Json.object();
        ObjectNode rooms = root.putObject("channels");
        posts.forEach((channel, list) -> {
            ObjectNode room = rooms.putObject(channel);
            room.set("members", Json.MAPPER.valueToTree(members.get(channel)));
            var messages = room.putArray("messages");
            list.forEach(posted -> messages.add(posted.toJson()));
        });
        ObjectNode tabs = root.putObject("homes");
        homes.forEach(tabs::set);
        return Json.MAPPER.writeValueAsString(root);
    }

    synchronized void restore(String snapshot) {
        ObjectNode root = Json.parseObject(snapshot)
                .orElseThrow(() -> new IllegalArgumentException("the sandbox's snapshot is no JSON object"));
        root.path("channels").properties().forEach(entry -> restoreChannel(entry.getKey(), entry.getValue()));
        root.path("homes").properties().forEach(entry -> homes.put(entry.getKey(), entry.getValue()));
    }

    /**
     * Makes a recorded change again, on top of a snapshot; twice is as good as once.
     *
     * @throws IllegalArgumentException when the line is none that was recorded; the world is then unchanged
     */
    synchronized void replay(String line) {
        JsonNode change =
                Json.parseObject(line).orElseThrow(() -> new IllegalArgumentException("not a recorded change"));
        String channel = Json.text(change, "channel");
        requireChannel(channel);
        List<Posted> there = found(posts.get(channel), channel);
        if (change.has("message")) {
            put(there, Posted.fromJson(channel, change.path("message")));
        } else if (change.has("gone")) {
            there.removeIf(each -> each.ts().equals(Json.text(change, "gone")));
            clock.passed(Json.text(change, "gone"));
        } else {
            restoreMembers(channel, change);
        }
    }

    private void put(List<Posted> there, Posted posted) {
        clock.passed(posted.ts());
        if (there.stream().noneMatch(each -> each.ts().equals(posted.ts()))) {
            there.add(posted);
        } else {
            there.replaceAll(each -> each.ts().equals(posted.ts()) ? posted : each);
        }
    }

    private void requireChannel(String id) {
        if (id.startsWith("D")) {
            user("U" + id.substring(1)).ifPresent(this::direct);
        }
        if (!channels.containsKey(id)) {
            throw new IllegalArgumentException("the sandbox's snapshot names an unknown channel: " + id);
        }
    }

    private void restoreMembers(String channel, JsonNode room) {
        Set<String> who = new LinkedHashSet<>();
        room.path("members").forEach(member -> who.add(member.asString()));
        members.put(channel, who);
    }

    private void restoreChannel(String id, JsonNode room) {
        requireChannel(id);
        restoreMembers(id, room);
        List<Posted> restored = new ArrayList<>();
        room.path("messages").forEach(message -> restored.add(Posted.fromJson(id, message)));
        restored.forEach(posted -> clock.passed(posted.ts()));
        posts.put(id, restored);
    }

    private static ObjectNode asMessage(String ts, ObjectNode content) {
        ObjectNode message = Json.object();
        message.put("type", "message");
        message.put("user", BOT_USER).put("bot_id", BOT).put("app_id", APP).put("team", TEAM);
        message.put("ts", ts).put("text", cut(Json.text(content, "text")));
        for (String field : List.of("blocks", "metadata", "thread_ts", "mrkdwn", "files")) {
            if (content.has(field)) {
                // a copy, for names are given to the blocks below that the bot did not send
                message.set(field, content.get(field).deepCopy());
            }
        }
        nameBlocks(message.path("blocks"), ts);
        return message;
    }

    /** Slack names what the app left unnamed, so that clicks can be told apart. */
    private static void nameBlocks(JsonNode blocks, String ts) {
        for (int i = 0; i < blocks.size(); i++) {
            ObjectNode block = (ObjectNode) blocks.get(i);
            if (!block.has("block_id")) {
                block.put("block_id", "b" + i + "." + ts);
            }
            int n = 0;
            for (JsonNode element : block.path("elements")) {
                if (element.isObject() && "button".equals(Json.text(element, "type")) && !element.has("action_id")) {
                    ((ObjectNode) element).put("action_id", "a" + n);
                }
                n++;
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static <T> T found(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("the sandbox has no " + what);
        }
        return value;
    }
}
