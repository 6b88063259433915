package dev.paperboy.feed;

import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Embeds papers as they come, on a thread of its own, and says how far it is. */
public final class BackgroundEmbedding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundEmbedding.class);

    /** How soon new papers are noticed when all others have been embedded. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    /** How many papers are embedded between two lines of the log: a minute or two. */
    private static final int TOLD = 2_000;

    private final PaperIndex index;
    private final Embedding embedding;
    private final Thread thread = Thread.ofPlatform().daemon().name("embedding").unstarted(this::run);
    private int sinceTold;

    public BackgroundEmbedding(PaperIndex index, Embedding embedding) {
        this.index = index;
        this.embedding = embedding;
    }

    public void start() {
        thread.start();
    }

    /** Stops at once; what was not kept yet is embedded again another time. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        embedding.close();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(once());
            }
        } catch (InterruptedException closed) {
            LOG.debug("embedding ends");
        }
    }

    /** How long to wait before the next look. */
    private Duration once() throws InterruptedException {
        try {
            int looked = embedding.next();
            tell(looked);
            return looked == 0 ? GLANCE : Duration.ZERO;
        } catch (EmbedderException | PaperIndexException trouble) {
            LOG.warn(
                    "papers cannot be embedded, so the newest are found by their words alone; next try in a minute",
                    trouble);
            return AFTER_TROUBLE;
        }
    }

    private void tell(int looked) {
        sinceTold += looked;
        boolean done = looked == 0 && sinceTold > 0;
        if (done || sinceTold >= TOLD) {
            sinceTold = 0;
            LOG.info("{} of {} papers are found by meaning too", index.embedded(), index.size());
        }
    }
}
