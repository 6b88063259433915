package dev.paperboy.slack.sandbox;

import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds complete payloads as Slack sends them. */
final class Payloads {
    private final InstantSource clock;
    private final MessageClock stamps;

    Payloads(InstantSource clock, MessageClock stamps) {
        this.clock = clock;
        this.stamps = stamps;
    }

    ObjectNode command(
            Interaction asked, SlackUser user, SlackChannel channel, String command, String text, String url) {
        ObjectNode json = Json.object().put("token", "deprecated").put("team_id", World.TEAM);
        json.put("team_domain", World.DOMAIN);
        json.put("channel_id", channel.id()).put("channel_name", channel.name());
        json.put("user_id", user.id()).put("user_name", user.name());
        json.put("command", command).put("text", text).put("api_app_id", World.APP);
        json.put("is_enterprise_install", "false");
        return json.put("response_url", url).put("trigger_id", asked.trigger);
    }

    ObjectNode click(
            Interaction asked, SlackUser user, SlackChannel channel, Posted source, JsonNode button, String url) {
        boolean ephemeral = source.ephemeralFor() != null;
        ObjectNode json = Json.object().put("type", "block_actions").put("token", "deprecated");
        json.put("api_app_id", World.APP).put("trigger_id", asked.trigger).put("response_url", url);
        json.put("is_enterprise_install", false).putNull("enterprise");
        json.set("user", person(user));
        json.putObject("team").put("id", World.TEAM).put("domain", World.DOMAIN);
        json.putObject("channel").put("id", channel.id()).put("name", channel.name());
        json.putObject("container")
                .put("type", "message")
                .put("message_ts", source.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", ephemeral);
        json.putObject("state").putObject("values");
        if (!ephemeral) {
            json.set("message", source.message());
        }
        ObjectNode action = ((ObjectNode) button).deepCopy();
        json.putArray("actions").add(action.put("action_ts", stamps.next()));
        return json;
    }

    /** A click in the home tab: it comes without a message, a channel and a response URL. */
    ObjectNode homeClick(Interaction asked, SlackUser user, JsonNode view, JsonNode button) {
        ObjectNode json = Json.object().put("type", "block_actions").put("token", "deprecated");
        json.put("api_app_id", World.APP).put("trigger_id", asked.trigger);
        json.put("is_enterprise_install", false).putNull("enterprise").putArray("response_urls");
        json.set("user", person(user));
        json.putObject("team").put("id", World.TEAM).put("domain", World.DOMAIN);
        json.putObject("container").put("type", "view").put("view_id", Json.text(view, "id"));
        ObjectNode shown = ((ObjectNode) view).deepCopy();
        shown.putObject("state").putObject("values");
        json.set("view", shown);
        ObjectNode action = ((ObjectNode) button).deepCopy();
        json.putArray("actions").add(action.put("action_ts", stamps.next()));
        return json;
    }

    private static ObjectNode person(SlackUser user) {
        return Json.object()
                .put("id", user.id())
                .put("username", user.name())
                .put("name", user.name())
                .put("team_id", World.TEAM);
    }

    /** A window as its person sends it, with what they filled in. */
    ObjectNode submission(Interaction asked, SlackUser user, ObjectNode view, ObjectNode values) {
        ObjectNode json = Json.object().put("type", "view_submission").put("token", "deprecated");
        json.put("api_app_id", World.APP).put("trigger_id", asked.trigger);
        json.put("is_enterprise_install", false).putNull("enterprise").putArray("response_urls");
        json.set("user", person(user));
        json.putObject("team").put("id", World.TEAM).put("domain", World.DOMAIN);
        ObjectNode filled = view.deepCopy();
        filled.putObject("state").set("values", values);
        json.set("view", filled);
        return json;
    }

    ObjectNode reaction(boolean added, String user, String emoji, Posted posted) {
        ObjectNode event = Json.object().put("type", added ? "reaction_added" : "reaction_removed");
        event.put("user", user).put("reaction", emoji);
        event.putObject("item")
                .put("type", "message")
                .put("channel", posted.channel())
                .put("ts", posted.ts());
        return event.put("item_user", posted.author()).put("event_ts", stamps.next());
    }

    ObjectNode homeOpened(String user, String channel) {
        return Json.object()
                .put("type", "app_home_opened")
                .put("user", user)
                .put("channel", channel)
                .put("tab", "home")
                .put("event_ts", stamps.next());
    }

    ObjectNode tokensRevoked() {
        ObjectNode event = Json.object().put("type", "tokens_revoked");
        ObjectNode tokens = event.putObject("tokens");
        tokens.putArray("oauth");
        tokens.putArray("bot").add(World.BOT_USER);
        return event.put("event_ts", stamps.next());
    }

    ObjectNode appUninstalled() {
        return Json.object().put("type", "app_uninstalled").put("event_ts", stamps.next());
    }

    /** Wraps an event as the Events API does; the same wrapped event is what retries send again. */
    ObjectNode wrap(ObjectNode event, String team) {
        String id = "Ev0"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);
        ObjectNode json = Json.object().put("token", "deprecated").put("team_id", team);
        json.put("context_team_id", team).putNull("context_enterprise_id");
        json.put("api_app_id", World.APP).put("type", "event_callback");
        json.set("event", event);
        json.put("event_id", id).put("event_time", clock.instant().getEpochSecond());
        json.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", team)
                .put("user_id", World.BOT_USER)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return json.put("is_ext_shared_channel", false).put("event_context", "4-" + id);
    }
}
