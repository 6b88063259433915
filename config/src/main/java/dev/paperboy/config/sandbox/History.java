package dev.paperboy.config.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people saw on one platform, on disk: a snapshot, and a journal of what happened since. A line of the journal is
 * written before anybody is told that it happened, so a kill at any moment loses nothing that was acknowledged. (A power
 * cut may: nothing here waits for the disk itself.)
 */
final class History implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final SandboxFiles files;
    private final Stand stand;
    private @Nullable FileOutputStream journal;
    private boolean complained;

    /**
     * A platform's stand-in, as far as it remembers.
     *
     * @param name which platform
     * @param snapshot all there is
     * @param restore puts back a snapshot
     * @param replay puts back a line of the journal
     * @param onRecord where the stand-in is told who writes the journal
     */
    record Stand(
            String name,
            Supplier<String> snapshot,
            Consumer<String> restore,
            Consumer<String> replay,
            Consumer<Consumer<String>> onRecord) {}

    private History(SandboxFiles files, Stand stand) {
        this.files = files;
        this.stand = stand;
    }

    /** Puts back what there is and keeps what comes; to be called before anybody uses the stand-in. */
    static History resume(SandboxFiles files, Stand stand) {
        History history = new History(files, stand);
        files.history(stand.name()).ifPresent(stand.restore());
        history.replay(files.journal(stand.name()));
        history.keepAll();
        stand.onRecord().accept(history::append);
        return history;
    }

    private void replay(List<String> lines) {
        for (String line : lines) {
            try {
                stand.replay().accept(line);
            } catch (IllegalArgumentException cutOff) {
                // A kill while it was written: nobody was told of it.
                LOG.info("the last change on {} was not complete", stand.name());
                return;
            }
        }
    }

    /** The snapshot first: with both there, the journal is made again on top of it, to no further effect. */
    private synchronized void keepAll() {
        files.keepHistory(stand.name(), stand.snapshot().get());
        closeJournal();
        journal = files.beginJournal(stand.name());
    }

    /** A full disk must not stop the platform. */
    private synchronized void append(String line) {
        if (journal == null) {
            return;
        }
        try {
            journal.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            if (!complained) {
                LOG.warn("what happens on {} is not kept: {}", stand.name(), trouble.getMessage());
            }
            complained = true;
        }
    }

    private void closeJournal() {
        try {
            if (journal != null) {
                journal.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal of " + stand.name(), e);
        } finally {
            journal = null;
        }
    }

    @Override
    public void close() {
        stand.onRecord().accept(line -> {});
        keepAll();
        synchronized (this) {
            closeJournal();
        }
    }
}
