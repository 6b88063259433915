package dev.paperboy.config;

/** What somebody gave Paperboy cannot be used; the message says what is wrong and what to do, and holds no secret. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
