package dev.paperboy.subscription;

/**
 * What a channel wants to read about, in the query language: words, categories, exclusions.
 *
 * @param text as it was written, in one line; empty for everything
 */
public record Topic(String text) {

    /** Every paper. */
    public static final Topic EVERYTHING = new Topic("");

    public Topic {
        text = text.strip().replaceAll("\\s+", " ");
    }

    public boolean isEverything() {
        return text.isEmpty();
    }
}
