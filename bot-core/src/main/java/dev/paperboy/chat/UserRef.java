package dev.paperboy.chat;

/**
 * A person on one platform.
 *
 * @param platform which chat
 * @param space the Slack workspace; empty on Discord, where a person is the same in every server
 * @param id the platform's id
 */
public record UserRef(Platform platform, String space, String id) {}
