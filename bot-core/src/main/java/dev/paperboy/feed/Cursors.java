package dev.paperboy.feed;

import java.util.Optional;

/**
 * How far each source has been read. A cursor is saved only after everything before it was stored, so whoever reads it
 * after a restart may go on from there.
 */
public interface Cursors {

    /**
     * The cursor that was saved last.
     *
     * @param source the source's name
     * @return empty if this source was never read to a cursor
     */
    Optional<String> of(String source);

    /**
     * Keeps a source's cursor in place of the one before; durable when it returns.
     *
     * @param cursor text that only the source understands, any characters, possibly some thousand of them
     */
    void save(String source, String cursor);
}
