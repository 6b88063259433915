package dev.paperboy.feed;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sources, and after a loss of papers each of them once more from where a first visit begins. That comes after all
 * that is new: who stayed away for longer than a first visit looks back would otherwise be left with a gap.
 */
public final class LostPapers {

    private static final Logger LOG = LoggerFactory.getLogger(LostPapers.class);

    private final Cursors cursors;
    private final Optional<String> loss;

    /** @param loss what tells the last loss of papers from others; empty if there never was one */
    public LostPapers(Cursors cursors, Optional<String> loss) {
        this.cursors = cursors;
        this.loss = loss;
    }

    /** Runs a feed, and again if it has papers to bring back; until it could, this is tried each time. */
    public void runWith(FeedJob feed) {
        if (feed.run().complete() && !cursors.of(answer(feed)).equals(loss)) {
            loss.ifPresent(since -> bringBack(feed, since));
        }
    }

    private void bringBack(FeedJob feed, String since) {
        LOG.info("papers were lost when the index was damaged: {} is read again", feed.name());
        if (feed.runAfresh().batches() > 0) {
            cursors.save(answer(feed), since);
        }
    }

    /** Keeps, among the cursors, the loss that a source was read again for; no source's name has a blank. */
    private static String answer(FeedJob feed) {
        return "lost papers of " + feed.name();
    }
}
