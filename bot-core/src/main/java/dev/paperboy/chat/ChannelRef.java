package dev.paperboy.chat;

/**
 * A place where people talk.
 *
 * @param platform which chat
 * @param space the Discord server or Slack workspace; empty in a direct message
 * @param id the platform's id
 */
public record ChannelRef(Platform platform, String space, String id) {}
