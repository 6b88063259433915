package dev.paperboy.feed;

import dev.paperboy.index.PaperIndex;

/** Brings papers that an older version of this program wrote into today's form, newest first. */
public final class Renewal implements UpkeepStep {

    /** Papers between two commits: searches and feeds wait for none of it, or for a second at most. */
    private static final int BATCH = 500;

    private final PaperIndex index;

    public Renewal(PaperIndex index) {
        this.index = index;
    }

    @Override
    public int next() {
        return index.renew(BATCH);
    }

    @Override
    public String progress() {
        return "%d of %d papers are still to be renewed".formatted(index.outdated(), index.size());
    }

    @Override
    public String whileItFails() {
        return "papers of an older version cannot be renewed, so they are not found by everything new";
    }
}
