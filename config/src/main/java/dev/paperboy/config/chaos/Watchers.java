package dev.paperboy.config.chaos;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what happens in the towns, in real time. */
final class Watchers {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Semaphore changes = new Semaphore(0);

    /** To be called at every change of what is to be seen. */
    void changed() {
        changes.release();
    }

    /** Waits until so many changes have come, for a time at most. */
    void awaitChanges(int number, Duration most) throws InterruptedException {
        changes.drainPermits();
        var _ = changes.tryAcquire(number, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until something is so, or nothing has changed for a time; whether it is so. */
    boolean await(BooleanSupplier so, Duration quiet) throws InterruptedException {
        long deadline = System.nanoTime() + quiet.toNanos();
        while (!so.getAsBoolean()) {
            if (changes.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                changes.drainPermits();
                deadline = System.nanoTime() + quiet.toNanos();
            } else if (System.nanoTime() > deadline) {
                return so.getAsBoolean();
            }
        }
        return true;
    }
}
