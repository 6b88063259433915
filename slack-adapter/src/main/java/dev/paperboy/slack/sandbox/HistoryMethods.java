package dev.paperboy.slack.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.history}: what stands in a channel, for apps that may read it. */
final class HistoryMethods {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    private final World world;
    private final Scopes scopes;
    private volatile boolean showsMetadata = true;

    HistoryMethods(World world, Scopes scopes) {
        this.world = world;
        this.scopes = scopes;
    }

    /** Keeps the metadata of messages from the app, whatever it asks for. */
    void hideMetadata() {
        showsMetadata = false;
    }

    void addTo(Map<String, ApiMethod> methods) {
        methods.put("conversations.history", ApiMethod.of("", 50, this::history));
    }

    /**
     * The messages nearest to {@code latest}, or nearest to {@code oldest} where that is named alone, as Slack's page on
     * the method says; on each page the newest first. The cursor leads on, away from there.
     */
    private ObjectNode history(Call call) {
        SlackChannel channel = readable(call);
        boolean withMetadata = showsMetadata && ChatMethods.asks(call.params(), "include_all_metadata");
        boolean forward = call.has("oldest") && !call.has("latest");
        List<Posted> found = world.standing(channel.id()).reversed().stream()
                .filter(posted -> !posted.isReply() && isAsked(call, posted))
                .toList();
        int limit = Math.min(call.count("limit", USUAL_PAGE, LARGEST_PAGE), found.size());
        List<Posted> page = forward ? found.subList(found.size() - limit, found.size()) : found.subList(0, limit);
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        page.forEach(posted -> messages.add(json(posted, withMetadata)));
        answer.put("has_more", found.size() > limit).put("pin_count", 0);
        if (found.size() > limit) {
            String cursor = forward
                    ? "after:" + page.getFirst().ts()
                    : "before:" + page.getLast().ts();
            answer.putObject("response_metadata").put("next_cursor", cursor);
        }
        return answer;
    }

    /** The scope of the channel's kind, and membership: Slack tells apps nothing of private channels they are not in. */
    private SlackChannel readable(Call call) {
        // Unlike a message, a question takes no person's id for the conversation with them.
        SlackChannel channel = world.channel(call.required("channel"))
                .filter(found -> found.id().equals(call.text("channel")))
                .orElseThrow(() -> SlackRefusal.state("channel_not_found"));
        boolean direct = channel.id().startsWith("D");
        scopes.require(direct ? "im:history" : channel.isPrivate() ? "groups:history" : "channels:history");
        if (!world.isMember(channel.id(), World.BOT_USER)) {
            throw SlackRefusal.state(channel.isPrivate() ? "channel_not_found" : "not_in_channel");
        }
        return channel;
    }

    private static boolean isAsked(Call call, Posted posted) {
        BigDecimal ts = new BigDecimal(posted.ts());
        int edge = ChatMethods.asks(call.params(), "inclusive") ? -1 : 0;
        return ts.compareTo(stamp(call, "oldest", "0")) > edge
                && stamp(call, "latest", "99999999999").compareTo(ts) > edge
                && isBeyondCursor(call, ts);
    }

    private static BigDecimal stamp(Call call, String name, String otherwise) {
        String text = call.has(name) ? call.text(name) : otherwise;
        if (!text.matches("\\d{1,11}(\\.\\d{1,6})?")) {
            throw SlackRefusal.bad("invalid_ts_" + name, text);
        }
        return new BigDecimal(text);
    }

    private static boolean isBeyondCursor(Call call, BigDecimal ts) {
        if (!call.has("cursor")) {
            return true;
        }
        String cursor = call.text("cursor");
        if (!cursor.matches("(before|after):\\d{1,11}(\\.\\d{1,6})?")) {
            throw SlackRefusal.bad("invalid_cursor", cursor);
        }
        int side = ts.compareTo(new BigDecimal(cursor.substring(cursor.indexOf(':') + 1)));
        return cursor.startsWith("before") ? side < 0 : side > 0;
    }

    private ObjectNode json(Posted posted, boolean withMetadata) {
        ObjectNode message = posted.message().deepCopy();
        if (!withMetadata) {
            message.remove("metadata");
        }
        ArrayNode reactions = world.reactions(posted, World.NAMES);
        if (!reactions.isEmpty()) {
            message.set("reactions", reactions);
        }
        return message;
    }
}
