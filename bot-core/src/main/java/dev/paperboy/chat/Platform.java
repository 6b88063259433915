package dev.paperboy.chat;

/** Which chat a user, channel or message belongs to: a name to keep references apart, no knowledge of the chat. */
public enum Platform {
    DISCORD,
    SLACK
}
