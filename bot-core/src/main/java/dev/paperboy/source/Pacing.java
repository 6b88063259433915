package dev.paperboy.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One provider's rule of pace: one request at a time, and a fixed distance between the end of one and the start of the
 * next. All parts that talk to the provider share one object.
 *
 * <p>Why this is not a library's rate limiter stands in docs/decisions/pacing.md: those count starts, and in windows.
 */
public final class Pacing {

    private final Duration distance;
    private final PassingTime time;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Optional<Duration> lastEnd = Optional.empty();

    /** @param distance between two requests, not negative */
    public Pacing(Duration distance, PassingTime time) {
        this.distance = distance;
        this.time = time;
    }

    /** Runs a request when its turn has come. */
    <T> T inTurn(Supplier<T> request) {
        turn.lock();
        try {
            awaitDistance();
            try {
                return request.get();
            } finally {
                lastEnd = Optional.of(time.elapsed());
            }
        } finally {
            turn.unlock();
        }
    }

    private void awaitDistance() {
        Duration wait =
                lastEnd.map(end -> end.plus(distance).minus(time.elapsed())).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            pause(time, wait);
        }
    }

    /** Waits; an interrupt ends the wait as a failure that leaves the cursor where it was. */
    static void pause(PassingTime time, Duration wait) {
        try {
            time.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.unavailable("interrupted while waiting for the next request", e);
        }
    }
}
