package dev.paperboy.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs at their cadence, by an injected clock that may also be moved by hand, forth and back. When each job's turn
 * comes is kept in the database, so a restart neither forgets nor hastens it; turns missed meanwhile are one turn.
 */
public final class Clockwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);
    /** Longer than any roll-back to a version that lacks a job. */
    private static final Duration KEEP_UNKNOWN = Duration.ofDays(3650);

    private static final Duration GLANCE = Duration.ofMillis(50);
    /** How soon a system clock that was corrected backwards is noticed. */
    private static final Duration RECALLING = Duration.ofSeconds(2);

    private final DataSource source;
    private final String name;
    private final InstantSource clock;
    private final List<Job> jobs;
    private final Semaphore completed = new Semaphore(0);
    private final ScheduledExecutorService recalling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clockwork").factory());
    private @Nullable Scheduler scheduler;

    /**
     * @param source a database with db-scheduler's table
     * @param name tells apart the processes that share the database; the same after a restart
     * @param jobs all of them, each with a name of its own
     */
    public Clockwork(DataSource source, String name, InstantSource clock, List<Job> jobs) {
        this.source = source;
        this.name = name;
        this.clock = clock;
        this.jobs = List.copyOf(jobs);
    }

    /** Begins to run what is due, on threads of its own. */
    public synchronized void start() {
        if (scheduler != null) {
            throw new IllegalStateException("started already");
        }
        releaseWhatThisProcessHeld();
        List<RecurringTask<Void>> tasks = jobs.stream().map(this::task).toList();
        Scheduler built = Scheduler.create(source, new ArrayList<Task<?>>())
                .startTasks(tasks)
                // The default would ask the network for this machine's name.
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(clock::instant)
                .serializer(new JacksonSerializer())
                .threads(Math.max(1, jobs.size()))
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .deleteUnresolvedAfter(KEEP_UNKNOWN)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete complete) {
                        completed.release();
                    }
                })
                .build();
        built.start();
        scheduler = built;
        var _ = recalling.scheduleWithFixedDelay(
                () -> attemptRecall(built), RECALLING.toMillis(), RECALLING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits until everything has run that is due at the clock's present instant, or until this is closed; for clocks that
     * are moved by hand. Not to be called by a job.
     */
    public void runDueNow() throws InterruptedException {
        Scheduler running = running();
        Instant now = clock.instant();
        recall(running, now);
        while (isOpen() && isDue(running, now)) {
            running.triggerCheckForDueExecutions();
            // A job may complete just before its next turn is written down, so look again soon in any case.
            if (completed.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                completed.drainPermits();
            }
        }
    }

    /** Lets running jobs end, for {@code 10 s} at most, and stops. */
    @Override
    public void close() {
        recalling.shutdown();
        Scheduler stopping = forget();
        if (stopping != null) {
            stopping.stop();
        }
    }

    private synchronized @Nullable Scheduler forget() {
        Scheduler last = scheduler;
        scheduler = null;
        return last;
    }

    private synchronized boolean isOpen() {
        return scheduler != null;
    }

    private synchronized Scheduler running() {
        if (scheduler == null) {
            throw new IllegalStateException("not started");
        }
        return scheduler;
    }

    /** Turns of jobs that this version does not have are never taken, so they are not waited for. */
    private static boolean isDue(Scheduler running, Instant now) {
        return running.getScheduledExecutions(ScheduledExecutionsFilter.onlyResolved()).stream()
                .anyMatch(turn -> !turn.getExecutionTime().isAfter(now));
    }

    /**
     * A turn farther off than the job's pause was set by a clock that has been moved back since; it would come only when
     * that clock's time comes again.
     */
    private void recall(Scheduler running, Instant now) {
        for (Job job : jobs) {
            running
                    .getScheduledExecutionsForTask(
                            job.name(),
                            Void.class,
                            ScheduledExecutionsFilter.all().withPicked(false))
                    .stream()
                    .filter(turn -> turn.getExecutionTime()
                            .isAfter(now.plus(job.cadence().pause())))
                    .forEach(turn -> running.reschedule(turn.getTaskInstance(), now));
        }
    }

    /**
     * The library sleeps until the clock shows a later time, however long ago it was moved back, so it is woken. A store
     * in trouble for a moment must not end this.
     */
    private void attemptRecall(Scheduler running) {
        try {
            if (isOpen()) {
                recall(running, clock.instant());
                running.triggerCheckForDueExecutions();
            }
        } catch (RuntimeException trouble) {
            LOG.warn("cannot tell whether the clock was moved back: {}", trouble.getMessage());
        }
    }

    /**
     * What a process of this name had begun when it died would otherwise wait until its heartbeat is missed for long
     * enough.
     */
    private void releaseWhatThisProcessHeld() {
        Jdbi.create(source)
                .useHandle(handle -> handle.createUpdate("""
                        update scheduled_tasks
                        set picked = :no, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked_by = :name""")
                        .bind("no", false)
                        .bind("name", name)
                        .execute());
    }

    private RecurringTask<Void> task(Job job) {
        // The library takes a run for dead when the clock is moved while it lasts, and then begins another.
        ReentrantLock oneAtATime = new ReentrantLock();
        return Tasks.recurring(job.name(), FixedDelay.of(job.cadence().pause())).execute((instance, context) -> {
            oneAtATime.lock();
            try {
                run(job);
            } finally {
                oneAtATime.unlock();
            }
        });
    }

    private void run(Job job) {
        try {
            job.work().accept(clock.instant());
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed and runs again after its pause", job.name(), unexpected);
        }
    }
}
