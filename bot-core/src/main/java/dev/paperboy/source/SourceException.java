package dev.paperboy.source;

import dev.paperboy.command.Texts;
import java.time.Duration;
import java.util.Optional;

/** A source could not be read. The message is one line for operators and holds no secret. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    /** What went wrong, and so what helps. */
    public enum Kind {
        /** No answer, or an error on their side: try later. */
        UNAVAILABLE,
        /** Asked too often: try after {@link SourceException#retryAfter()}. */
        RATE_LIMITED,
        /** An answer that cannot be what was asked for; nothing of it is kept. */
        MALFORMED,
        /** They will not answer this request: repeating it is useless or, after a 403, an offence. */
        REFUSED
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    private SourceException(Kind kind, String message, Optional<Duration> retryAfter, Optional<Throwable> cause) {
        super(oneLine(message), cause.orElse(null));
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static SourceException unavailable(String message) {
        return new SourceException(Kind.UNAVAILABLE, message, Optional.empty(), Optional.empty());
    }

    public static SourceException unavailable(String message, Throwable cause) {
        return new SourceException(Kind.UNAVAILABLE, message, Optional.empty(), Optional.of(cause));
    }

    static SourceException unavailable(String message, Optional<Duration> retryAfter) {
        return new SourceException(Kind.UNAVAILABLE, message, retryAfter, Optional.empty());
    }

    static SourceException rateLimited(String message, Duration retryAfter) {
        return new SourceException(Kind.RATE_LIMITED, message, Optional.of(retryAfter), Optional.empty());
    }

    public static SourceException malformed(String message) {
        return new SourceException(Kind.MALFORMED, message, Optional.empty(), Optional.empty());
    }

    public static SourceException malformed(String message, Throwable cause) {
        return new SourceException(Kind.MALFORMED, message, Optional.empty(), Optional.of(cause));
    }

    public static SourceException refused(String message) {
        return new SourceException(Kind.REFUSED, message, Optional.empty(), Optional.empty());
    }

    public Kind kind() {
        return kind;
    }

    /** How long the source wants to be left alone, if it said so; always there for {@link Kind#RATE_LIMITED}. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    private static String oneLine(String message) {
        return Texts.cut(message.strip().replaceAll("[\\s\\p{Cntrl}]+", " "), LONGEST);
    }
}
