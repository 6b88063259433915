package dev.paperboy.chat;

/**
 * A Discord server or a Slack workspace. What is said in one of them concerns no other.
 *
 * @param platform which chat
 * @param id the platform's id
 */
public record Server(Platform platform, String id) {}
