package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only while somebody waits. */
final class HandPause implements Ticker, SlackPace.Pause {
    /** How long was waited, each time. */
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    private long nanos;

    @Override
    public synchronized long read() {
        return nanos;
    }

    @Override
    public synchronized void last(Duration time) {
        nanos += time.toNanos();
        waits.add(time);
    }

    synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }
}
