package dev.paperboy.discord.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person got for a command, a click or a key press.
 *
 * @param ok false when Discord's client would not have sent it, or no complete answer came in time
 * @param text the answer's plain reading, or why there is none
 * @param payload the JSON the bot sent for it; an empty object without an answer
 * @param messageId the message that shows it, null for choices and failures
 * @param acknowledgedMs from the user's action to the first response
 * @param ms from the user's action to the complete answer
 */
public record SandboxReply(
        boolean ok,
        boolean ephemeral,
        String text,
        JsonNode payload,
        @Nullable String messageId,
        long acknowledgedMs,
        long ms) {

    /** Done, and nothing to be said about it. */
    static SandboxReply done() {
        return new SandboxReply(true, true, "", Json.object(), null, 0, 0);
    }

    static SandboxReply refused(String why) {
        return failed(why, 0, 0);
    }

    static SandboxReply failed(String why, long acknowledgedMs, long ms) {
        return new SandboxReply(false, true, why, Json.object(), null, acknowledgedMs, ms);
    }
}
