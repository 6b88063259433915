package dev.paperboy.feed;

import dev.paperboy.index.Added;
import dev.paperboy.source.SourceException;
import java.util.Optional;

/**
 * What one run of a feed brought.
 *
 * @param source the source's name
 * @param batches how many were stored
 * @param papers what became of the papers in them
 * @param observations how many were new
 * @param complete whether everything that was there was taken
 * @param trouble what ended the run early; what came before it is stored, and the next run goes on from there
 */
public record FeedReport(
        String source,
        int batches,
        Added papers,
        int observations,
        boolean complete,
        Optional<SourceException> trouble) {

    static FeedReport begun(String source) {
        return new FeedReport(source, 0, Added.NONE, 0, false, Optional.empty());
    }

    FeedReport plus(Added more, int seen, boolean last) {
        return new FeedReport(source, batches + 1, papers.plus(more), observations + seen, last, trouble);
    }

    FeedReport endedBy(SourceException trouble) {
        return new FeedReport(source, batches, papers, observations, false, Optional.of(trouble));
    }

    /** Whether the run changed anything. */
    public boolean isNews() {
        return papers.imported() + papers.updated() + observations > 0;
    }
}
