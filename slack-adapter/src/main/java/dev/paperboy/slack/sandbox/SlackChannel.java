package dev.paperboy.slack.sandbox;

/** A channel of the stand-in workspace; {@code creator} is the id of the user who opened it. */
public record SlackChannel(String id, String name, String creator, boolean isPrivate) {}
