package dev.paperboy.index;

/** Unexpected trouble with the index; its message says what to do. */
public final class PaperIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What sort of trouble. */
    public enum Kind {
        /** Not there, in use by another process, or the disk failed: may work later. */
        UNAVAILABLE,
        /** Damaged, or written by another version: must be rebuilt. */
        MALFORMED,
        /** Never possible: adding to an index that was opened for reading only. */
        REFUSED
    }

    public PaperIndexException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public PaperIndexException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
