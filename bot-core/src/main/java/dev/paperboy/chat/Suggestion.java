package dev.paperboy.chat;

/**
 * A value that an option could have.
 *
 * @param label what the person sees
 * @param value what the option then holds
 */
public record Suggestion(String label, String value) {}
