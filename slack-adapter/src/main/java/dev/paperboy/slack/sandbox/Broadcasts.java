package dev.paperboy.slack.sandbox;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds what would wake a whole channel: {@code <!channel>} and its kin where Slack reads markup. */
final class Broadcasts {
    private static final Pattern CALL = Pattern.compile("<!(?:channel|here|everyone|subteam)\\b[^>]*>");

    private Broadcasts() {}

    /** Whether the message's text or any mrkdwn or rich text in its blocks calls everybody. */
    static boolean in(JsonNode message) {
        return CALL.matcher(Json.text(message, "text")).find() || inBlock(message.path("blocks"));
    }

    private static boolean inBlock(JsonNode node) {
        String type = Json.text(node, "type");
        if (type.equals("broadcast") || type.equals("usergroup")) {
            return true;
        }
        if (type.equals("mrkdwn") || type.equals("markdown")) {
            return CALL.matcher(Json.text(node, "text")).find();
        }
        return node.valueStream().anyMatch(Broadcasts::inBlock);
    }
}
