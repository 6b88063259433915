package dev.paperboy.slack;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as Slack takes it.
 *
 * @param text what notifications and screen readers say, escaped; never empty
 * @param blocks what everybody else sees, at most {@value SlackLimits#BLOCKS}
 */
record SlackMessage(String text, ArrayNode blocks) {

    /** The body of a post to a response URL. */
    ObjectNode toResponse(String responseType, boolean replaceOriginal) {
        ObjectNode body = SlackJson.object().put("response_type", responseType);
        body.put("replace_original", replaceOriginal).put("mrkdwn", false);
        body.put("text", text);
        body.set("blocks", blocks);
        return body;
    }
}
