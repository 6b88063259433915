package dev.paperboy.chat;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in the background that a platform may leave without an answer: tried at once, then after 2 s, 10 s and a minute.
 * What the platform refuses is not tried again. Nobody's turn in the queue is held up meanwhile.
 */
public final class LaterTries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaterTries.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final Retry retry;
    private final ScheduledExecutorService timer;

    /** @param name of the work, for threads and log lines */
    public LaterTries(String name) {
        this.retry = Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(1 + PAUSES.size())
                        .intervalFunction(attempt -> PAUSES.get(attempt - 1).toMillis())
                        .retryOnException(LaterTries::mayPass)
                        .build());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-later").factory());
    }

    /**
     * Runs a task in a queue, and puts it there again until it succeeds or the tries are used up.
     *
     * @return done when the task is; failed, with a {@link CompletionException}, when nothing more will be tried, and
     *     never done if this is closed while a task waits
     */
    public CompletionStage<Void> run(Runnable task, Executor queue) {
        return retry.executeCompletionStage(
                timer,
                () -> CompletableFuture.runAsync(task, queue).whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.debug("{}: {}", retry.getName(), failure.toString());
                    }
                }));
    }

    private static boolean mayPass(Throwable failure) {
        return !(cause(failure) instanceof RejectedExecutionException)
                && refusal(failure).isEmpty();
    }

    /** The platform's refusal, if a failure of {@link #run} is one: what was asked about is gone, or closed to us. */
    public static Optional<ChatException> refusal(Throwable failure) {
        return cause(failure) instanceof ChatException trouble && trouble.kind() == ChatException.Kind.REFUSED
                ? Optional.of(trouble)
                : Optional.empty();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : failure;
    }

    /** Tries nothing more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
