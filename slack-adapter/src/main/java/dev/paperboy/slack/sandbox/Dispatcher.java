package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Sends things to the app as Slack does: events up to four times, commands and clicks once. */
final class Dispatcher {
    /** Slack's waits before the three retries of an event. */
    private static final List<Duration> RETRY_AFTER =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final Scheduler scheduler;
    private final Executor executor;
    private final WireLog log;
    private volatile Delivery delivery;

    Dispatcher(Delivery delivery, Scheduler scheduler, Executor executor, WireLog log) {
        this.log = log;
        this.delivery = delivery;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    void use(Delivery other) {
        delivery = other;
    }

    CompletableFuture<Ack> once(Envelope envelope) {
        return deliver(envelope);
    }

    /** An app that was reached and said nothing, or no, has broken a rule, even where Slack tries again. */
    private CompletableFuture<Ack> deliver(Envelope envelope) {
        return delivery.deliver(envelope).thenApply(ack -> {
            if (!ack.ok() && !ack.reason().equals(Ack.NOT_REACHED)) {
                String how = ack.status() == 0 ? ack.reason() : ack.reason() + " " + ack.status();
                log.violation("ack", SlackSandbox.NO_ACK, envelope.name() + ": " + how);
            }
            return ack;
        });
    }

    /** Sends until it is taken, at most four times; the future ends with the last answer. */
    CompletableFuture<Ack> persistently(Envelope envelope) {
        return deliver(envelope).thenCompose(ack -> {
            if (ack.ok() || ack.noRetry() || envelope.attempt() >= RETRY_AFTER.size()) {
                return CompletableFuture.completedFuture(ack);
            }
            return later(RETRY_AFTER.get(envelope.attempt()), envelope.again(ack.reason()));
        });
    }

    private CompletableFuture<Ack> later(Duration wait, Envelope envelope) {
        CompletableFuture<Envelope> due = new CompletableFuture<>();
        var _ = scheduler.schedule(executor, () -> due.complete(envelope), wait.toMillis(), TimeUnit.MILLISECONDS);
        return due.thenCompose(this::persistently);
    }
}
