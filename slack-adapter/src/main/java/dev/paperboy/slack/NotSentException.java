package dev.paperboy.slack;

import java.io.IOException;

/** There was no connection to send a request over: not a byte of it has left. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(IOException why) {
        super(why.getMessage(), why);
    }
}
