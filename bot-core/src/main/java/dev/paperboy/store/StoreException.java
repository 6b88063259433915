package dev.paperboy.store;

/** Unexpected trouble with the database; its message says what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of trouble. */
    public enum Kind {
        /** Not reachable, locked for too long, or the disk is full: may work later. */
        UNAVAILABLE,
        /** Damaged, or no database of ours. */
        MALFORMED,
        /** Not possible until somebody does something: written by a newer version, a wrong password, a missing right. */
        REFUSED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
