package dev.paperboy.config.sandbox;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands in a channel.
 *
 * @param id the platform's id
 * @param author the author's id
 * @param authorName the author's name
 * @param bot whether Paperboy wrote it
 * @param at when, in sandbox time
 * @param ephemeral whether one person alone sees it
 * @param payload the platform's message object
 */
record Seen(
        String id,
        String author,
        String authorName,
        boolean bot,
        Instant at,
        boolean ephemeral,
        JsonNode payload,
        List<Reaction> reactions) {

    /**
     * One emoji under a message.
     *
     * @param emoji as the platform writes it: a character on Discord, a name on Slack
     * @param users the ids of those who reacted, in the order in which they did
     */
    record Reaction(String emoji, List<String> users) {}
}
