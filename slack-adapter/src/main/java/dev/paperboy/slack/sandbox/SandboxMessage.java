package dev.paperboy.slack.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel shows it.
 *
 * @param id the message's {@code ts}
 * @param author the user's id
 * @param payload JSON of Slack's message object: text, blocks, metadata
 * @param reactions emoji name to the ids of those who reacted, in the order of the first reaction
 * @param ephemeralFor the only user who sees it, null when everybody does
 */
public record SandboxMessage(
        String id,
        String channel,
        String author,
        String payload,
        Map<String, List<String>> reactions,
        @Nullable String ephemeralFor) {}
