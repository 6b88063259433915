package dev.paperboy.source;

import java.time.Duration;

/**
 * Real time as it passes, for keeping distance and for waiting. It is not the bot's clock: that one can be set, and
 * the patience of a provider cannot.
 */
public interface PassingTime {

    /** The machine's own time. */
    PassingTime REAL = new PassingTime() {
        @Override
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            Thread.sleep(length);
        }
    };

    /** How much time has passed since some fixed moment; it never runs backwards. */
    Duration elapsed();

    /** Returns when that much time has passed; at once for zero. */
    void pause(Duration length) throws InterruptedException;
}
