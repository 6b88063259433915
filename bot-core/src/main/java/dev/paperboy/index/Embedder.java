package dev.paperboy.index;

/**
 * Turns text into vectors that lie close together where the meaning does; safe for many threads at once.
 *
 * <p>All vectors have length 1, so that the dot product of two is their cosine. A query and a passage are embedded
 * differently: compare a query with passages, and a passage with passages. The same text always gives the same vector.
 * Methods throw {@link EmbedderException} if the model fails.
 */
public interface Embedder extends AutoCloseable {

    /** Names the model and how it is used; vectors of different names cannot be compared. */
    String name();

    /** How many numbers a vector has. */
    int dimensions();

    /** Whether it can make sense of a question in this script; of others it would make noise. */
    boolean reads(String question);

    /** The vector of a text to be found; only its beginning is read. */
    float[] passage(String text);

    /** The vector of a question; only its beginning is read. */
    float[] query(String text);

    @Override
    void close();
}
