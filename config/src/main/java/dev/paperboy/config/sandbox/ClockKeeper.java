package dev.paperboy.config.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps on disk what time it is in the sandbox, so that the next start goes on from there. */
final class ClockKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
    private static final long EVERY_SECONDS = 5;

    private final SandboxFiles files;
    private final SandboxClock clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-clock").factory());

    ClockKeeper(SandboxFiles files, SandboxClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Keeps it now, whenever it is moved, and now and then while it runs. */
    void start() {
        keep();
        clock.onMove(this::keep);
        var _ = writer.scheduleWithFixedDelay(this::keep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** A full disk must not stop the keeping for good. */
    private synchronized void keep() {
        try {
            files.keepClock(clock.instant());
        } catch (RuntimeException trouble) {
            LOG.warn("the sandbox's time is not kept: {}", trouble.getMessage());
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        keep();
    }
}
