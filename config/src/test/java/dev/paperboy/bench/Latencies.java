package dev.paperboy.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long each of many answers took, and how much of that its thread was running: on a busy machine only the latter says
 * what an answer costs. To a thousandth; safe for many threads at once.
 */
final class Latencies {

    private static final int DIGITS = 3;
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Histogram waited = new Histogram(DIGITS);
    private final Histogram running = new Histogram(DIGITS);

    /** Begun for one answer, on the thread that answers. */
    record Stopwatch(long wall, long cpu) {

        static Stopwatch start() {
            return new Stopwatch(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }
    }

    /** Does something, and keeps how long that took. */
    <T> T of(Callable<T> task) throws Exception {
        Stopwatch watch = Stopwatch.start();
        T result = task.call();
        add(watch);
        return result;
    }

    /** Keeps what has passed since then. */
    synchronized void add(Stopwatch watch) {
        running.recordValue(Math.max(0, THREADS.getCurrentThreadCpuTime() - watch.cpu()));
        add(System.nanoTime() - watch.wall());
    }

    /** Keeps a time on the clock alone, in nanoseconds. */
    synchronized void add(long duration) {
        waited.recordValue(Math.max(0, duration));
    }

    /** Adds what another has kept, which nobody may add to meanwhile. */
    synchronized void add(Latencies other) {
        waited.add(other.waited);
        running.add(other.running);
    }

    /** In milliseconds on the clock. */
    synchronized double at(double percentile) {
        return waited.getValueAtPercentile(percentile) / NANOS;
    }

    /** In milliseconds of a core; 0 if that was not kept. */
    synchronized double runningAt(double percentile) {
        return running.getValueAtPercentile(percentile) / NANOS;
    }

    static Table table() {
        return new Table("milliseconds", "answers", "p50", "p95", "p99", "longest", "CPU p50", "CPU p99");
    }

    /** A row of such a table. */
    synchronized String[] row(String name) {
        boolean ran = running.getTotalCount() > 0;
        return new String[] {
            name,
            String.valueOf(waited.getTotalCount()),
            milliseconds(at(50)),
            milliseconds(at(95)),
            milliseconds(at(99)),
            milliseconds(at(100)),
            ran ? milliseconds(runningAt(50)) : "",
            ran ? milliseconds(runningAt(99)) : ""
        };
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value);
    }
}
