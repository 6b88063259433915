package dev.paperboy.slack.sandbox;

/**
 * What a person saw after a command, a click, a reaction or a visit.
 *
 * @param ok false when Slack itself had to say that the app failed
 * @param ephemeral whether only that person sees it
 * @param text plain reading of the answer: no markup, no buttons
 * @param payload the raw JSON that the bot sent, "" when it sent none
 * @param ms real time from the action to the answer
 * @param messageId {@code ts} of the message that was posted or changed, "" when there is none
 */
public record SandboxReply(boolean ok, boolean ephemeral, String text, String payload, long ms, String messageId) {}
