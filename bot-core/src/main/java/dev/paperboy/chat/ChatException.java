package dev.paperboy.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A platform did not do what it was asked. The message is for operators and holds no secret. */
public final class ChatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble. */
    public enum Kind {
        /** Not reachable or broken, and nothing was done; try again later. */
        UNAVAILABLE,
        /** The answer got lost: it may have been done or not; ask the platform before doing it again. */
        UNKNOWN,
        /** Too many calls; try again after {@link ChatException#retryAfter()}. */
        RATE_LIMITED,
        /** We sent what the platform does not take: a defect of ours. */
        MALFORMED,
        /** We may not: a right is missing, the channel is gone, the token is void. */
        REFUSED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public ChatException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    private ChatException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static ChatException rateLimited(String message, Duration retryAfter) {
        return new ChatException(Kind.RATE_LIMITED, message, retryAfter, null);
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait, if the platform said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
