package dev.paperboy.paper;

/**
 * How much a paper was noticed, by its last known counts; 0 stands for "none" and for "never looked".
 *
 * @param upvotes upvotes on Hugging Face, at least 0
 * @param comments comments on Hugging Face, at least 0
 * @param githubStars stars of the linked repository, at least 0
 */
public record Popularity(int upvotes, int comments, int githubStars) {

    /** Nothing known. */
    public static final Popularity NONE = new Popularity(0, 0, 0);

    public Popularity {
        if (upvotes < 0 || comments < 0 || githubStars < 0) {
            throw new IllegalArgumentException("a count cannot be negative");
        }
    }
}
