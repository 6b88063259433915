package dev.paperboy.feed;

import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.PaperIndexException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an index wants done in the background, on a thread of its own, and says how far it is. While an earlier step
 * has something to do, the later ones wait; while it fails, they do not.
 */
public final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** How soon new papers are noticed when nothing was left to do. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    /** How many papers lie between two lines of the log: a minute or two of embedding. */
    private static final int TOLD = 2_000;

    private final List<Turn> turns;
    private final Thread thread = Thread.ofPlatform().daemon().name("upkeep").unstarted(this::run);

    /** @param steps the most urgent first; whoever made them closes them, after this */
    public Upkeep(List<UpkeepStep> steps) {
        this.turns = steps.stream().map(Turn::new).toList();
    }

    public void start() {
        thread.start();
    }

    /** Stops at once; what was not kept yet is done again another time. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(once());
            }
        } catch (InterruptedException closed) {
            LOG.debug("the upkeep of the index ends");
        }
    }

    /** How long to wait before the next look. */
    private Duration once() throws InterruptedException {
        for (Turn turn : turns) {
            if (turn.take() > 0) {
                return Duration.ZERO;
            }
        }
        return turns.stream().anyMatch(turn -> turn.failed) ? AFTER_TROUBLE : GLANCE;
    }

    /** A step, and what the log knows of it. */
    private static final class Turn {

        private final UpkeepStep step;
        private int sinceTold;
        private boolean failed;

        Turn(UpkeepStep step) {
            this.step = step;
        }

        int take() throws InterruptedException {
            try {
                int looked = step.next();
                failed = false;
                tell(looked);
                return looked;
            } catch (EmbedderException | PaperIndexException trouble) {
                if (!failed) {
                    LOG.warn("{}; it is tried again every minute", step.whileItFails(), trouble);
                }
                failed = true;
                return 0;
            }
        }

        private void tell(int looked) {
            sinceTold += looked;
            boolean done = looked == 0 && sinceTold > 0;
            if (done || sinceTold >= TOLD) {
                sinceTold = 0;
                LOG.info(step.progress());
            }
        }
    }
}
