package dev.paperboy.config.sandbox;

/** A control call that names or says something wrong; the message says what, for the caller. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message, null, false, false);
    }
}
