package dev.paperboy.chat;

import java.util.Optional;

/**
 * An answer.
 *
 * @param content what it says
 * @param visibility to whom
 * @param manner whether it stands on its own or takes the place of the message whose button was clicked
 * @param thread what the thread that is opened under it is called, if one is; only where everybody sees the answer
 */
public record Reply(Content content, Visibility visibility, Manner manner, Optional<String> thread) {

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
        return new Reply(content, Visibility.EVERYONE, Manner.NEW, Optional.empty());
    }

    /** For the asker alone. */
    public static Reply privately(Content content) {
        return new Reply(content, Visibility.ASKER, Manner.NEW, Optional.empty());
    }

    /** In the place of the message whose button was clicked; seen by whoever saw that one. Typed, it is as before. */
    public Reply replacing() {
        return new Reply(content, visibility, Manner.REPLACE, thread);
    }

    /** With a thread under it, where the platform lets us open one. */
    public Reply discussedUnder(String title) {
        return new Reply(content, visibility, manner, Optional.of(title));
    }
}
