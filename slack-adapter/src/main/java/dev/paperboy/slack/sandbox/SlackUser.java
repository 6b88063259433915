package dev.paperboy.slack.sandbox;

/** A person, or the bot, of the stand-in workspace; a guest is one whom Slack calls restricted. */
public record SlackUser(
        String id, String name, String realName, boolean admin, boolean owner, boolean guest, boolean bot) {}
