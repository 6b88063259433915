package dev.paperboy.chat;

/**
 * A message of ours or of somebody else.
 *
 * @param channel where it stands
 * @param id the platform's id: Discord's snowflake, Slack's {@code ts}
 */
public record MessageRef(ChannelRef channel, String id) {}
