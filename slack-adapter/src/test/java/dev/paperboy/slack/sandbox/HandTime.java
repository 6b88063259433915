package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Time that passes only by hand: a ticker, and a scheduler that follows it. */
final class HandTime implements Ticker, Scheduler {

    private record Due(long at, Executor executor, Runnable work) {}

    private final List<Due> waiting = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long read() {
        return nanos;
    }

    @Override
    public synchronized Future<?> schedule(Executor executor, Runnable command, long delay, TimeUnit unit) {
        if (delay == 0) {
            executor.execute(command);
        } else {
            waiting.add(new Due(nanos + unit.toNanos(delay), executor, command));
        }
        return CompletableFuture.completedFuture(null);
    }

    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
        List<Due> due = waiting.stream()
                .filter(each -> each.at() <= nanos)
                .sorted(Comparator.comparingLong(Due::at))
                .toList();
        waiting.removeAll(due);
        due.forEach(each -> each.executor().execute(each.work()));
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
