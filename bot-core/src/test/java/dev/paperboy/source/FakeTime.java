package dev.paperboy.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once, and remembers how long it was waited for. */
public final class FakeTime implements PassingTime {

    private Duration elapsed = Duration.ZERO;
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public synchronized void pause(Duration length) {
        pauses.add(length);
        elapsed = elapsed.plus(length);
    }

    /** Lets time pass without anyone waiting for it. */
    public synchronized void pass(Duration length) {
        elapsed = elapsed.plus(length);
    }

    /** All waits so far, in order. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
