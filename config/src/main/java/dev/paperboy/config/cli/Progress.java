package dev.paperboy.config.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long command is, how fast, and how long it will take: a bar for a person, else a plain line now and then. */
interface Progress extends AutoCloseable {

    /** What comes through a pipe has no length before its end. */
    long UNKNOWN = -1;

    /** What a bar counts in. */
    enum Unit {
        /** Steps are bytes of a file, shown in millions. */
        BYTES(" MB", 1_000_000),
        /** Steps are papers, and counted beside the bar. */
        PAPERS("", 1);

        private final String name;
        /** How many steps one such unit is. */
        private final long steps;

        Unit(String name, long steps) {
            this.name = name;
            this.steps = steps;
        }
    }

    /**
     * Tells how far it is.
     *
     * @param steps done, of the total
     * @param things made so far
     */
    void reached(long steps, long things);

    @Override
    void close();

    /**
     * Begins to show progress on standard error.
     *
     * @param task what is being done, in a word or two
     * @param total how many steps there are in all, {@link #UNKNOWN} if nobody can tell
     * @param unit what the steps are
     * @param things what is made, in the plural
     */
    static Progress begin(Shell shell, String task, long total, Unit unit, String things) {
        String name = Printable.of(task);
        return shell.isTerminal() && total != UNKNOWN
                ? new Bar(shell, name, total, unit, things)
                : new Lines(shell.err(), shell.clock(), name, total, things);
    }

    /** So many things, at this rate. */
    private static String rate(long things, String name, Duration since) {
        long perSecond = things * 1_000 / Math.max(1, since.toMillis());
        return String.format(Locale.ENGLISH, "%,d %s, %,d/s", things, name, perSecond);
    }

    /** A bar in one line that is written anew. */
    final class Bar implements Progress {

        private static final int COLUMNS = 79;
        private static final int REFRESH_MILLIS = 200;

        private final InstantSource clock;
        private final Instant begun;
        private final String things;
        private final ProgressBar bar;

        Bar(Shell shell, String task, long total, Unit unit, String things) {
            this.clock = shell.clock();
            this.begun = clock.instant();
            this.things = things;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setUnit(unit.name, unit.steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new OneLine(shell.err()))
                    .build();
        }

        @Override
        public void reached(long steps, long made) {
            bar.setExtraMessage(rate(made, things, Duration.between(begun, clock.instant())));
            bar.stepTo(steps);
        }

        @Override
        public void close() {
            bar.close();
        }

        private record OneLine(PrintWriter err) implements ProgressBarConsumer {
            @Override
            public int getMaxRenderedLength() {
                return COLUMNS;
            }

            @Override
            public void accept(String rendered) {
                err.print("\r" + rendered);
                err.flush();
            }

            @Override
            public void close() {
                err.println();
            }
        }
    }

    /** A line every few seconds, for logs. */
    final class Lines implements Progress {

        private static final Duration PAUSE = Duration.ofSeconds(5);

        private final PrintWriter err;
        private final InstantSource clock;
        private final String task;
        private final long total;
        private final String things;
        private final Instant begun;
        private Instant next;

        Lines(PrintWriter err, InstantSource clock, String task, long total, String things) {
            this.err = err;
            this.clock = clock;
            this.task = task;
            this.total = total;
            this.things = things;
            this.begun = clock.instant();
            this.next = begun.plus(PAUSE);
        }

        @Override
        public void reached(long steps, long made) {
            Instant now = clock.instant();
            if (now.isBefore(next) || steps <= 0) {
                return;
            }
            next = now.plus(PAUSE);
            Duration since = Duration.between(begun, now);
            err.println(task + ": " + (total == UNKNOWN ? "" : share(steps)) + rate(made, things, since)
                    + (total == UNKNOWN ? "" : left(steps, since)));
            err.flush();
        }

        private String share(long steps) {
            return Math.min(100, steps * 100 / Math.max(1, total)) + " %, ";
        }

        private String left(long steps, Duration since) {
            return ", " + clock(Duration.ofMillis(since.toMillis() * Math.max(0, total - steps) / steps)) + " left";
        }

        private static String clock(Duration left) {
            return String.format(
                    Locale.ENGLISH, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
        }

        @Override
        public void close() {
            // The command's own last line tells the end.
        }
    }
}
