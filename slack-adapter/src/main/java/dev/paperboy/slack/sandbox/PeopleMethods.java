package dev.paperboy.slack.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.*}, {@code bots.*}, {@code conversations.*} and {@code reactions.*}: who and where. */
final class PeopleMethods {
    private final World world;
    private final Scopes scopes;

    PeopleMethods(World world, Scopes scopes) {
        this.scopes = scopes;
        this.world = world;
    }

    void addTo(Map<String, ApiMethod> methods) {
        methods.put("users.info", ApiMethod.of("users:read", 100, this::userInfo));
        methods.put("users.list", ApiMethod.of("users:read", 20, this::userList));
        methods.put("bots.info", ApiMethod.of("users:read", 50, this::botInfo));
        methods.put("conversations.info", ApiMethod.of("", 50, this::channelInfo));
        methods.put("conversations.open", ApiMethod.of("im:write", 50, this::openConversation));
        methods.put("conversations.list", ApiMethod.of("channels:read", 20, this::channelList));
        methods.put("conversations.members", ApiMethod.of("", 100, this::channelMembers));
        methods.put("reactions.add", ApiMethod.of("reactions:write", 50, call -> react(call, true)));
        methods.put("reactions.remove", ApiMethod.of("reactions:write", 50, call -> react(call, false)));
        methods.put("reactions.get", ApiMethod.of("reactions:read", 50, this::reactions));
    }

    private ObjectNode userInfo(Call call) {
        SlackUser user = world.user(call.required("user")).orElseThrow(() -> SlackRefusal.state("user_not_found"));
        return Json.object().set("user", json(user));
    }

    private ObjectNode userList(Call call) {
        return page(call, "members", world.users(), PeopleMethods::json);
    }

    private ObjectNode botInfo(Call call) {
        if (call.has("bot") && !call.text("bot").equals(World.BOT)) {
            throw SlackRefusal.state("bot_not_found");
        }
        ObjectNode bot =
                Json.object().put("id", World.BOT).put("deleted", false).put("name", "paperboy");
        bot.put("app_id", World.APP)
                .put("user_id", World.BOT_USER)
                .put("updated", 0)
                .putObject("icons");
        return Json.object().set("bot", bot);
    }

    private ObjectNode channelInfo(Call call) {
        SlackChannel channel = visible(call);
        ObjectNode json = json(channel);
        if (ChatMethods.asks(call.params(), "include_num_members")) {
            json.put("num_members", world.members(channel.id()).size());
        }
        return Json.object().set("channel", json);
    }

    /** The conversation with one person; those of several are not played here. */
    private ObjectNode openConversation(Call call) {
        SlackChannel conversation = world.user(call.required("users"))
                .flatMap(user -> world.channel(user.id()))
                .orElseThrow(() -> SlackRefusal.state("user_not_found"));
        return Json.object().set("channel", Json.object().put("id", conversation.id()));
    }

    private ObjectNode channelList(Call call) {
        boolean closed = call.text("types").contains("private_channel");
        if (closed) {
            scopes.require("groups:read");
        }
        List<SlackChannel> seen = world.channels().stream()
                .filter(channel -> !channel.isPrivate() || (closed && isBotIn(channel)))
                .toList();
        return page(call, "channels", seen, this::json);
    }

    private ObjectNode channelMembers(Call call) {
        return page(call, "members", world.members(visible(call).id()), Json.MAPPER::valueToTree);
    }

    private ObjectNode react(Call call, boolean add) {
        Posted posted = message(call);
        String emoji = call.required("name");
        if (!emoji.matches("[a-z0-9_+'\\-]+(::skin-tone-[2-6])?")) {
            throw SlackRefusal.bad("invalid_name", "not an emoji name: " + emoji);
        }
        if (!world.react(posted, emoji, World.BOT_USER, add)) {
            throw SlackRefusal.state(add ? "already_reacted" : "no_reaction");
        }
        return Json.object();
    }

    private ObjectNode reactions(Call call) {
        Posted posted = message(call);
        ObjectNode message = posted.message().deepCopy();
        boolean all = ChatMethods.asks(call.params(), "full");
        message.set("reactions", world.reactions(posted, all ? Integer.MAX_VALUE : World.NAMES));
        ObjectNode answer = Json.object().put("type", "message").put("channel", posted.channel());
        answer.set("message", message);
        return answer;
    }

    private Posted message(Call call) {
        String ts = call.has("timestamp") ? call.text("timestamp") : call.required("ts");
        return world.message(visible(call).id(), ts)
                .filter(posted -> posted.ephemeralFor() == null)
                .orElseThrow(() -> SlackRefusal.state("message_not_found"));
    }

    private SlackChannel visible(Call call) {
        return world.channel(call.required("channel"))
                .map(this::readable)
                .filter(channel -> !channel.isPrivate() || isBotIn(channel))
                .orElseThrow(() -> SlackRefusal.state("channel_not_found"));
    }

    /** Each kind of channel has a scope of its own. */
    private SlackChannel readable(SlackChannel channel) {
        boolean direct = channel.id().startsWith("D");
        scopes.require(direct ? "im:read" : channel.isPrivate() ? "groups:read" : "channels:read");
        return channel;
    }

    private boolean isBotIn(SlackChannel channel) {
        return world.isMember(channel.id(), World.BOT_USER);
    }

    private static <T> ObjectNode page(Call call, String field, List<T> all, Function<T, JsonNode> json) {
        int from = call.has("cursor") ? offset(call.text("cursor"), all.size()) : 0;
        int to = Math.min(all.size(), from + call.count("limit", 100, 1000));
        ObjectNode answer = Json.object();
        var array = answer.putArray(field);
        all.subList(from, to).forEach(each -> array.add(json.apply(each)));
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "next:" + to : "");
        return answer;
    }

    private static int offset(String cursor, int size) {
        if (!cursor.matches("next:\\d{1,6}") || Integer.parseInt(cursor.substring(5)) > size) {
            throw SlackRefusal.bad("invalid_cursor", cursor);
        }
        return Integer.parseInt(cursor.substring(5));
    }

    private static ObjectNode json(SlackUser user) {
        ObjectNode json = Json.object().put("id", user.id()).put("team_id", World.TEAM);
        json.put("name", user.name()).put("real_name", user.realName()).put("deleted", false);
        json.put("tz", "Europe/Berlin").put("tz_offset", 3600);
        json.put("is_admin", user.admin()).put("is_owner", user.owner()).put("is_primary_owner", user.owner());
        json.put("is_restricted", user.guest()).put("is_ultra_restricted", false);
        json.put("is_bot", user.bot()).put("is_app_user", false).put("updated", 0);
        json.putObject("profile").put("real_name", user.realName()).put("display_name", user.name());
        return json;
    }

    private ObjectNode json(SlackChannel channel) {
        boolean direct = channel.id().startsWith("D");
        ObjectNode json = Json.object().put("id", channel.id()).put("created", 1_767_225_600);
        if (direct) {
            return json.put("is_im", true).put("user", channel.creator()).put("is_archived", false);
        }
        json.put("name", channel.name()).put("name_normalized", channel.name()).put("creator", channel.creator());
        json.put("is_channel", !channel.isPrivate())
                .put("is_group", channel.isPrivate())
                .put("is_im", false);
        json.put("is_private", channel.isPrivate()).put("is_archived", false).put("is_general", false);
        return json.put("is_member", isBotIn(channel)).put("context_team_id", World.TEAM);
    }
}
