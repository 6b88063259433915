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

    /** Newest first, as Slack gives it; the cursor leads to what is older. */
    private ObjectNode history(Call call) {
        SlackChannel channel = readable(call);
        boolean withMetadata = showsMetadata && ChatMethods.asks(call.params(), "include_all_metadata");
        List<Posted> found = world.standing(channel.id()).reversed().stream()
                .filter(posted -> isAsked(call, posted))
                .toList();
        int limit = call.count("limit", USUAL_PAGE, LARGEST_PAGE);
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        found.stream().limit(limit).forEach(posted -> messages.add(json(posted, withMetadata)));
        answer.put("has_more", found.size() > limit).put("pin_count", 0);
        if (found.size() > limit) {
            answer.putObject("response_metadata")
                    .put("next_cursor", "before:" + found.get(limit - 1).ts());
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
                && before(call).compareTo(ts) > 0;
    }

    private static BigDecimal stamp(Call call, String name, String otherwise) {
        String text = call.has(name) ? call.text(name) : otherwise;
        if (!text.matches("\\d{1,11}(\\.\\d{1,6})?")) {
            throw SlackRefusal.bad("invalid_ts_" + name, text);
        }
        return new BigDecimal(text);
    }

    private static BigDecimal before(Call call) {
        String cursor = call.has("cursor") ? call.text("cursor") : "before:99999999999";
        if (!cursor.matches("before:\\d{1,11}(\\.\\d{1,6})?")) {
            throw SlackRefusal.bad("invalid_cursor", cursor);
        }
        return new BigDecimal(cursor.substring("before:".length()));
    }

    private static ObjectNode json(Posted posted, boolean withMetadata) {
        ObjectNode message = posted.message().deepCopy();
        if (!withMetadata) {
            message.remove("metadata");
        }
        return message;
    }
}
