package dev.paperboy.discord.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as a person's client holds it.
 *
 * @param channel the channel's id
 * @param author the user's id
 * @param payload the message object of Discord's API
 * @param reactions user ids by emoji, in the order of arrival
 * @param ephemeralFor the one user who sees it, null for everybody
 */
public record SandboxMessage(
        String id,
        String channel,
        String author,
        JsonNode payload,
        Map<String, List<String>> reactions,
        @Nullable String ephemeralFor) {

    public boolean ephemeral() {
        return ephemeralFor != null;
    }
}
