package dev.paperboy.source;

import java.io.InputStream;

/**
 * Turns the body of an answer into what was asked for, whole or not at all.
 *
 * @param <T> what was asked for
 */
@FunctionalInterface
public interface BodyReader<T> {

    /**
     * Reads a body; the stream lies in memory and needs no closing.
     *
     * @throws SourceException of a kind that says whether another attempt may help
     */
    T read(InputStream body);
}
