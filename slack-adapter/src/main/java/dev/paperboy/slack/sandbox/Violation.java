package dev.paperboy.slack.sandbox;

/**
 * A request, acknowledgement or answer of the bot that Slack would not have taken, or that would have woken a whole
 * channel.
 *
 * @param where the API method, "response_url", "ack" or "request_url"
 * @param code Slack's error code, or the sandbox's own word where Slack has none
 * @param detail what exactly was wrong
 */
public record Violation(String where, String code, String detail) {}
