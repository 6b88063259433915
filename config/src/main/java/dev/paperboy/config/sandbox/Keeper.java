package dev.paperboy.config.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what people saw and what time it was, shortly after it changed, so that the next start goes on from
 * there.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long SHORTLY_MILLIS = 300;

    private final SandboxFiles files;
    private final SandboxClock clock;
    private final Set<Desk> changed = new HashSet<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-keeper").factory());
    private List<Desk> desks = List.of();

    Keeper(SandboxFiles files, SandboxClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** From now on looks every moment whether there is something to keep. */
    void start(List<Desk> platforms) {
        desks = List.copyOf(platforms);
        files.keepClock(clock.instant());
        var _ = writer.scheduleWithFixedDelay(
                this::keepWhatChanged, SHORTLY_MILLIS, SHORTLY_MILLIS, TimeUnit.MILLISECONDS);
        var _ = writer.scheduleWithFixedDelay(this::keepClock, 5, 5, TimeUnit.SECONDS);
    }

    /** Something on this platform is new or different. */
    void changed(Desk desk) {
        synchronized (changed) {
            changed.add(desk);
        }
    }

    /** Keeps the clock at once. */
    void keepClock() {
        attempt(() -> files.keepClock(clock.instant()));
    }

    private void keepWhatChanged() {
        Set<Desk> due;
        synchronized (changed) {
            due = new HashSet<>(changed);
            changed.clear();
        }
        due.forEach(this::keep);
    }

    private void keep(Desk desk) {
        attempt(() -> files.keepHistory(desk.name(), desk.snapshot()));
    }

    /** A full disk must not stop the keeping for good. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException trouble) {
            LOG.warn("the sandbox's history is not kept: {}", trouble.getMessage());
        }
    }

    /** Keeps everything once more, if there is anything. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (!desks.isEmpty()) {
            keepClock();
            desks.forEach(this::keep);
        }
    }
}
