package dev.paperboy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something as long as it has the lease for it: begins when it gets the lease, keeps it, ends when it is lost, and
 * tries to get it for as long as another has it. Who cannot reach the store ends in time before another may begin.
 */
public final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /**
     * The lease that is kept.
     *
     * @param name what it is for
     * @param owner this instance, told apart from all others
     */
    public record Lease(String name, String owner) {}

    /**
     * When what is done. Who has died is followed after {@code term} and {@code look} at the latest.
     *
     * @param term how long a lease lasts
     * @param look how often it is renewed, or tried for
     * @param reserve how long before the end of an unrenewed term the work ends
     * @param rest how long after a failed beginning the next is tried
     */
    public record Pace(Duration term, Duration look, Duration reserve, Duration rest) {

        /** With the time to begin, another instance works within a minute after one has died. */
        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(40), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** How we and the lease stand. */
    private enum State {
        /** Nobody's, as far as we know. */
        FREE,
        /** Another instance's. */
        ELSEWHERE,
        OURS
    }

    private final Leases leases;
    private final Lease lease;
    private final InstantSource clock;
    private final Pace pace;
    private final Supplier<? extends AutoCloseable> work;
    /** One renews and may have to wait for the store; the other sees meanwhile that the term comes to its end. */
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("lease-", 1).factory());
    /** Begins and ends the work, in this order, while the timer goes on. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("leased-work").factory());

    private volatile State state = State.FREE;
    private volatile Instant renewed = Instant.MIN;
    private volatile Instant restingUntil = Instant.MIN;
    private @Nullable AutoCloseable begun;

    /**
     * @param clock the one by which the leases are kept, or the work would end too late
     * @param work begins it, for a minute at most, and gives what ends it
     */
    public LeaseKeeper(
            Leases leases, Lease lease, InstantSource clock, Pace pace, Supplier<? extends AutoCloseable> work) {
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
        this.pace = pace;
        this.work = work;
    }

    /**
     * Begins the work, if the lease is to be had now, and else stands by.
     *
     * @throws RuntimeException if the work cannot begin, or the store not be reached
     */
    public void start() {
        boolean ours = acquire();
        long look = pace.look().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::attemptLook, look, look, TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(this::guard, look, look, TimeUnit.MILLISECONDS);
        if (ours) {
            await(worker.submit(this::begin));
        } else {
            LOG.info("another instance has {}; standing by", lease.name());
        }
    }

    /** Whether this instance has the lease. */
    public boolean isOurs() {
        return state == State.OURS;
    }

    /** Whether another instance had the lease when this one last tried for it. */
    public boolean isElsewhere() {
        return state == State.ELSEWHERE;
    }

    /** One look: renews the lease, or tries for it. */
    void look() {
        if (state == State.OURS) {
            renew();
        } else if (!clock.instant().isBefore(restingUntil) && acquire()) {
            LOG.info("this instance has {} now", lease.name());
            var _ = worker.submit(this::attemptBegin);
        }
    }

    private boolean acquire() {
        Instant now = clock.instant();
        boolean ours = leases.acquire(lease.name(), lease.owner(), pace.term());
        renewed = now;
        state = ours ? State.OURS : State.ELSEWHERE;
        return ours;
    }

    private void renew() {
        Instant now = clock.instant();
        if (leases.renew(lease.name(), lease.owner(), pace.term())) {
            renewed = now;
        } else {
            lose(State.ELSEWHERE, "another instance has it");
        }
    }

    /** The store's trouble must not end the timer. */
    private void attemptLook() {
        try {
            look();
        } catch (RuntimeException trouble) {
            LOG.warn("cannot look after the lease of {}: {}", lease.name(), trouble.getMessage());
        }
    }

    /** Ends the work in time when renewing fails or hangs. */
    void guard() {
        Instant last = renewed.plus(pace.term()).minus(pace.reserve());
        if (state == State.OURS && !clock.instant().isBefore(last)) {
            lose(State.FREE, "it could not be renewed in time");
        }
    }

    private synchronized void lose(State now, String why) {
        if (state == State.OURS) {
            LOG.warn("the lease of {} is lost: {}", lease.name(), why);
            state = now;
            var _ = worker.submit(this::end);
        }
    }

    private void begin() {
        try {
            begun = work.get();
        } catch (RuntimeException failure) {
            restingUntil = clock.instant().plus(pace.rest());
            giveBack();
            throw failure;
        }
    }

    private void attemptBegin() {
        try {
            // It may have been lost again while an earlier one ended.
            if (state == State.OURS && begun == null) {
                begin();
            }
        } catch (RuntimeException failure) {
            LOG.error("{} cannot begin, trying again in {}", lease.name(), pace.rest(), failure);
        }
    }

    private void end() {
        AutoCloseable ending = begun;
        begun = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception trouble) {
            LOG.warn("{} did not end cleanly", lease.name(), trouble);
        }
    }

    private void giveBack() {
        state = State.FREE;
        try {
            leases.release(lease.name(), lease.owner());
        } catch (RuntimeException trouble) {
            LOG.warn("the lease of {} ends by itself: {}", lease.name(), trouble.getMessage());
        }
    }

    /** Ends the work, and gives the lease back so that another instance need not wait for its end. */
    @Override
    public void close() {
        if (worker.isShutdown()) {
            return;
        }
        timer.shutdownNow();
        await(worker.submit(this::end));
        worker.shutdown();
        if (state == State.OURS) {
            giveBack();
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }
}
