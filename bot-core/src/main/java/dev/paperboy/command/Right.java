package dev.paperboy.command;

/** What a person may do in a channel, as the platform says. */
public enum Right {
    /** To change what the bot does for everybody there: Discord's Manage Channels, a Slack workspace's administrators. */
    MANAGE_CHANNEL
}
