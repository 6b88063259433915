package dev.paperboy.feed;

/** Something that an index wants done in the background, a little at a time. */
public interface UpkeepStep {

    /**
     * Does a little of it, for some seconds at most; what was done stays done.
     *
     * @return how many papers were looked at; 0 if there is nothing to do
     */
    int next() throws InterruptedException;

    /** How far it is, as a sentence for the log. */
    String progress();

    /** What it means for people while {@link #next} fails, as the first half of a sentence for the log. */
    String whileItFails();
}
