package dev.paperboy.library;

import java.util.List;

/**
 * A stretch of somebody's list, newest first.
 *
 * @param entries at most as many as were asked for
 * @param offset how many newer ones stand before them
 * @param total how many the whole list holds
 */
public record SavedPage(List<SavedEntry> entries, int offset, int total) {

    public SavedPage {
        entries = List.copyOf(entries);
    }

    /** Whether older entries follow. */
    public boolean hasMore() {
        return offset + entries.size() < total;
    }
}
