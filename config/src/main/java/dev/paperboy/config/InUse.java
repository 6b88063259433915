package dev.paperboy.config;

/** Another program has what Paperboy needs for itself; the message says what, and what to do. */
public final class InUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InUse(String message) {
        super(message);
    }

    public InUse(String message, Throwable cause) {
        super(message, cause);
    }
}
