package dev.paperboy.chat;

/**
 * An answer.
 *
 * @param content what it says
 * @param visibility to whom
 * @param manner whether it stands on its own or takes the place of the message whose button was clicked
 */
public record Reply(Content content, Visibility visibility, Manner manner) {

    /** Who sees it. */
    public enum Visibility {
        EVERYONE,
        ASKER
    }

    /** Where it goes. */
    public enum Manner {
        NEW,
        REPLACE
    }

    /** For everybody in the channel. */
    public static Reply publicly(Content content) {
        return new Reply(content, Visibility.EVERYONE, Manner.NEW);
    }

    /** For the asker alone. */
    public static Reply privately(Content content) {
        return new Reply(content, Visibility.ASKER, Manner.NEW);
    }

    /** In the place of the message whose button was clicked; seen by whoever saw that one. Typed, it is as before. */
    public Reply replacing() {
        return new Reply(content, visibility, Manner.REPLACE);
    }
}
