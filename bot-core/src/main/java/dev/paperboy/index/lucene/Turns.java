package dev.paperboy.index.lucene;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets some do at once what keeps a core busy, the others in the order in which they came.
 *
 * <p>Virtual threads are not served in order: with more questions than cores, one that had to wait for a lock was once
 * overtaken for 28 s.
 */
final class Turns {

    private final Semaphore free;

    /** @param cores how many at once */
    Turns(int cores) {
        this.free = new Semaphore(cores, true);
    }

    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
