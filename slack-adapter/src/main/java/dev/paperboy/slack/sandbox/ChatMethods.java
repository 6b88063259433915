package dev.paperboy.slack.sandbox;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}: posting and changing messages. */
final class ChatMethods {
    private final World world;
    private final Interactions interactions;
    private final Faults faults;
    private final WireLog log;

    ChatMethods(World world, Interactions interactions, Faults faults, WireLog log) {
        this.world = world;
        this.interactions = interactions;
        this.faults = faults;
        this.log = log;
    }

    void addTo(Map<String, ApiMethod> methods) {
        methods.put("chat.postMessage", ApiMethod.of("chat:write", 0, this::postMessage));
        methods.put("chat.postEphemeral", ApiMethod.of("chat:write", 100, this::postEphemeral));
        methods.put("chat.update", ApiMethod.of("chat:write", 50, this::update));
        methods.put("chat.delete", ApiMethod.of("chat:write", 50, this::delete));
        methods.put("chat.getPermalink", ApiMethod.of("", 100, this::permalink));
    }

    private ObjectNode postMessage(Call call) {
        String channel = writable(call);
        ObjectNode content = MessageContent.read(call, false, log);
        requireThread(channel, content);
        Posted posted = world.post(channel, content, null);
        show(call, posted, content);
        ObjectNode answer = Json.object().put("channel", channel).put("ts", posted.ts());
        answer.set("message", posted.message());
        return answer;
    }

    /** A thread hangs under a message that everybody sees and that is in no thread itself. */
    private void requireThread(String channel, ObjectNode content) {
        String thread = Json.text(content, "thread_ts");
        if (!thread.isEmpty()
                && world.message(channel, thread)
                        .filter(parent -> parent.ephemeralFor() == null && !parent.isReply())
                        .isEmpty()) {
            throw SlackRefusal.state("cannot_reply_to_message");
        }
    }

    private ObjectNode postEphemeral(Call call) {
        String channel = writable(call);
        String user = world.user(call.required("user"))
                .map(SlackUser::id)
                .filter(id -> world.isMember(channel, id))
                .orElseThrow(() -> SlackRefusal.state("user_not_in_channel"));
        ObjectNode content = MessageContent.read(call, false, log);
        Posted posted = world.post(channel, content, user);
        show(call, posted, content);
        return Json.object().put("message_ts", posted.ts());
    }

    private ObjectNode update(Call call) {
        String channel = writable(call);
        Posted old = own(channel, call.required("ts"), "cant_update_message");
        ObjectNode content = MessageContent.read(call, false, log);
        Posted changed = world.change(old, content);
        show(call, changed, content);
        ObjectNode answer = Json.object().put("channel", channel).put("ts", changed.ts());
        answer.put("text", Json.text(changed.message(), "text"));
        answer.set("message", changed.message());
        return answer;
    }

    private ObjectNode delete(Call call) {
        String channel = writable(call);
        Posted old = own(channel, call.required("ts"), "cant_delete_message");
        world.remove(old);
        return Json.object().put("channel", channel).put("ts", old.ts());
    }

    private ObjectNode permalink(Call call) {
        String channel = channel(call).id();
        String ts = call.required("message_ts");
        if (world.message(channel, ts).isEmpty()) {
            throw SlackRefusal.state("message_not_found");
        }
        return Json.object()
                .put("channel", channel)
                .put(
                        "permalink",
                        "https://" + World.DOMAIN + ".slack.com/archives/" + channel + "/p" + ts.replace(".", ""));
    }

    private void show(Call call, Posted posted, ObjectNode content) {
        interactions
                .answeredBy(posted)
                .ifPresent(asked -> call.effects().add(() -> interactions.answer(asked, posted, content)));
    }

    private Posted own(String channel, String ts, String otherwise) {
        Posted posted = world.message(channel, ts)
                .filter(each -> each.ephemeralFor() == null)
                .orElseThrow(() -> SlackRefusal.state("message_not_found"));
        if (!posted.author().equals(World.BOT_USER)) {
            throw SlackRefusal.state(otherwise);
        }
        return posted;
    }

    private SlackChannel channel(Call call) {
        return world.channel(call.required("channel")).orElseThrow(() -> SlackRefusal.state("channel_not_found"));
    }

    private String writable(Call call) {
        SlackChannel channel = channel(call);
        if (!world.isMember(channel.id(), World.BOT_USER)) {
            // Slack does not tell that there is a private channel.
            throw SlackRefusal.state(channel.isPrivate() ? "channel_not_found" : "not_in_channel");
        }
        if (faults.take(SlackFault.NOT_IN_CHANNEL, call.method()).isPresent()) {
            throw SlackRefusal.state("not_in_channel");
        }
        return channel.id();
    }

    /** Clients write a flag as a boolean, as {@code true} or, in a form, as {@code 1}. */
    static boolean asks(JsonNode body, String flag) {
        JsonNode value = body.path(flag);
        return value.isBoolean() ? value.booleanValue() : Set.of("true", "1").contains(value.asString(""));
    }
}
