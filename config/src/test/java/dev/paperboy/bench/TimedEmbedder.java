package dev.paperboy.bench;

import dev.paperboy.index.Embedder;
import java.util.concurrent.atomic.AtomicLong;

/** An embedder that keeps how long questions take it. */
record TimedEmbedder(Embedder embedder, AtomicLong nanos) implements Embedder {

    TimedEmbedder(Embedder embedder) {
        this(embedder, new AtomicLong());
    }

    /** What it took since this was asked last, in nanoseconds. */
    long taken() {
        return nanos.getAndSet(0);
    }

    @Override
    public float[] query(String text) {
        long begin = System.nanoTime();
        try {
            return embedder.query(text);
        } finally {
            nanos.addAndGet(System.nanoTime() - begin);
        }
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public boolean reads(String question) {
        return embedder.reads(question);
    }

    @Override
    public float[] passage(String text) {
        return embedder.passage(text);
    }

    @Override
    public void close() {
        embedder.close();
    }
}
