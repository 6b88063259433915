package dev.paperboy.chat;

/**
 * Somebody put an emoji under a message, or took it away. Platforms deliver this more than once and out of order.
 *
 * @param user who
 * @param message under which message
 * @param emoji which emoji
 * @param added put, or taken away
 */
public record ReactionChange(UserRef user, MessageRef message, Emoji emoji, boolean added) {}
