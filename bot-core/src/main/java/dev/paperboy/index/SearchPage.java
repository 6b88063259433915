package dev.paperboy.index;

import java.util.List;

/**
 * One page of the answer to a query.
 *
 * @param query what was understood, with notes for the reader
 * @param hits in the asked order, at most {@code query.limit()}
 * @param total how many papers match in all
 * @param totalExact false if {@code total} is only a lower bound ("more than 1,000")
 */
public record SearchPage(PaperQuery query, List<Hit> hits, int total, boolean totalExact) {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    /** Nothing found. */
    public static SearchPage none(PaperQuery query) {
        return new SearchPage(query, List.of(), 0, true);
    }

    /** Whether a next page would show more. */
    public boolean hasMore() {
        return !totalExact || query.offset() + hits.size() < total;
    }
}
