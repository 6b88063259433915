package dev.paperboy.slack.sandbox;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds what would call people: {@code <!channel>}, {@code <@U…>} and their kin where Slack reads markup. */
final class Broadcasts {
    private static final Pattern CALL =
            Pattern.compile("<!(?:channel|here|everyone|subteam)\\b[^>]*>|<@[A-Z0-9]+[^>]*>");
    /** Rich text needs no markup for it. */
    private static final Set<String> CALLING = Set.of("broadcast", "usergroup", "user");

    private static final Set<String> MARKUP = Set.of("mrkdwn", "markdown");

    private Broadcasts() {}

    /** Whether the message's text, or any mrkdwn or rich text in its blocks, calls anybody. */
    static boolean in(JsonNode message) {
        return CALL.matcher(Json.text(message, "text")).find() || inBlock(message.path("blocks"));
    }

    private static boolean inBlock(JsonNode node) {
        String type = Json.text(node, "type");
        return CALLING.contains(type)
                || (MARKUP.contains(type)
                        && CALL.matcher(Json.text(node, "text")).find())
                || node.valueStream().anyMatch(Broadcasts::inBlock);
    }
}
