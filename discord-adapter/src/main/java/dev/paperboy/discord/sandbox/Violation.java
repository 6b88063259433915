package dev.paperboy.discord.sandbox;

/**
 * One broken rule of Discord's.
 *
 * @param request method and path, or {@code GATEWAY}
 * @param code Discord's error code or gateway close code; 0 for what Discord itself would silently ignore
 */
public record Violation(String request, int code, String detail) {}
