package dev.paperboy.discord.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as a person's client holds it.
 *
 * @param payload the message object of Discord's API
 * @param reactions user ids by emoji, in the order of arrival
 * @param onlyFor the one user who sees it, null for everybody
 */
public record SandboxMessage(
        String id,
        String channelId,
        String authorId,
        String author,
        JsonNode payload,
        Map<String, List<String>> reactions,
        @Nullable String onlyFor) {

    public boolean ephemeral() {
        return onlyFor != null;
    }
}
