package dev.paperboy.chat;

/** Which chat a user, channel or message belongs to: a name to keep references apart, no knowledge of the chat. */
public enum Platform {
    DISCORD("Discord"),
    SLACK("Slack");

    private final String title;

    Platform(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
