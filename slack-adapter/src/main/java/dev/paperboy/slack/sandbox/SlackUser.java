package dev.paperboy.slack.sandbox;

/** A person, or the bot, of the stand-in workspace. */
public record SlackUser(String id, String name, String realName, boolean admin, boolean owner, boolean bot) {}
