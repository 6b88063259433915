package dev.paperboy.source;

import java.util.Optional;

/**
 * A place that papers and observations of their counts come from, read batch by batch.
 *
 * <p>The cursor belongs to the source: text that says what was delivered. Whoever reads keeps it only after everything
 * in the batch was stored, and so goes on after a crash without a gap. A source delivers no paper a second time unless
 * something about it changed, and nothing else is repeated than the batch whose cursor was not kept.
 */
public interface PaperSource {

    /** A stable name, the key of this source's cursor; letters, digits and {@code -.:} only. */
    String name();

    /**
     * The batch after a cursor. Nothing of it is kept by the source: the same cursor gives the same batch again.
     *
     * @param cursor where the reader stands; empty at the very first time
     * @throws SourceException if the source cannot be read now; the cursor stays good
     */
    SourceBatch fetch(Optional<String> cursor);
}
