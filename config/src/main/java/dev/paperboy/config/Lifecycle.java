package dev.paperboy.config;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process until it is told to stop (SIGTERM, SIGINT), and then gives whoever runs time to close in good order.
 */
public final class Lifecycle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    /** What stops a process usually waits 30 s before it kills. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private Lifecycle() {}

    /** From now on, a signal does not end the process before this is closed. */
    public static Lifecycle begin() {
        Lifecycle lifecycle = new Lifecycle();
        Runtime.getRuntime().addShutdownHook(lifecycle.hook);
        return lifecycle;
    }

    /** Waits until the process is told to stop. */
    public void await() throws InterruptedException {
        asked.await();
        LOG.info("stopping");
    }

    private void stop() {
        asked.countDown();
        try {
            if (closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                // An orderly end is success, though a signal asked for it.
                Runtime.getRuntime().halt(0);
            }
            LOG.warn("not everything closed within {} s", PATIENCE.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed, and the process may end. */
    @Override
    public void close() {
        if (asked.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        closed.countDown();
    }
}
