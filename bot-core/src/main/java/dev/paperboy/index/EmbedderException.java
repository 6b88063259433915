package dev.paperboy.index;

/** Unexpected trouble with the model that embeds text; search goes on by words alone. */
public final class EmbedderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbedderException(String message) {
        super(message);
    }

    public EmbedderException(String message, Throwable cause) {
        super(message, cause);
    }
}
