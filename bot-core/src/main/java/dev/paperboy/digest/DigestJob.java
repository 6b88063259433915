package dev.paperboy.digest;

import static java.util.Objects.requireNonNull;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Platform;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.subscription.Manners;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts every channel's edition when its hour has come, and what it is to be told by alerts. Each step is durable before
 * the next: planned, sent, noted; so whatever breaks off goes on at the next tick with what is still unsent. Channels are
 * served side by side, each by one thread at a time.
 */
public final class DigestJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);

    /** How many channels of a platform are served at once: enough to use up what any platform allows in a second. */
    private static final int WIDTH = 64;

    /** How long a tick waits for slow channels; they go on without it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a channel rests after unexpected trouble, which a quick repeat seldom mends. */
    private static final Duration REST = Duration.ofMinutes(1);

    /** How long after its hour a post is no longer what a channel meant that wants none late. */
    private static final Duration LATE = Duration.ofHours(1);

    /** How long an alert is news; when a channel opens again after weeks, nobody wants all of them. */
    private static final Duration STALE = Duration.ofDays(3);

    private final Map<Platform, ChatSurface> surfaces;
    private final Subscriptions subscriptions;
    private final Editions editions;
    private final Refusals refusals;
    private final EditionPlanner planner;
    private final AlertPlanner alerts;
    private final Delivery delivery;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Platform, Semaphore> widths = new EnumMap<>(Platform.class);
    private final Map<ChannelRef, Future<?>> atWork = new ConcurrentHashMap<>();
    /** Channels that met unexpected trouble, and until when they are left alone. */
    private final Map<ChannelRef, Instant> resting = new ConcurrentHashMap<>();

    /**
     * A job; it does nothing by itself.
     *
     * @param surfaces of the platforms that are present; schedules of others wait
     * @param instance tells apart the processes that share the stores; the same after a restart
     * @param clock dates the claims of this process, which a tick may outlast
     */
    public DigestJob(
            Collection<? extends ChatSurface> surfaces,
            Subscriptions subscriptions,
            Editions editions,
            Refusals refusals,
            PostedPapers posted,
            PaperIndex index,
            EditionPlanner planner,
            AlertPlanner alerts,
            DigestWriter writer,
            String instance,
            InstantSource clock) {
        this.surfaces = new EnumMap<>(Platform.class);
        surfaces.forEach(surface -> this.surfaces.put(surface.platform(), surface));
        // Each its own, so that a platform that takes its time takes none of the other's.
        surfaces.forEach(surface -> widths.put(surface.platform(), new Semaphore(WIDTH)));
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.refusals = refusals;
        this.planner = planner;
        this.alerts = alerts;
        this.delivery = new Delivery(
                editions,
                new Claims(editions, instance, clock),
                posted,
                index,
                writer,
                new Setbacks(editions, subscriptions, refusals));
    }

    /**
     * Plans what is due, sends what is unsent, and waits for it, though not for ever.
     *
     * @throws RuntimeException the first unexpected trouble of a channel, after all others were served
     */
    public void tick(Instant now) {
        Map<ChannelRef, Optional<Subscription>> channels = new LinkedHashMap<>();
        subscriptions.due(surfaces.keySet(), now).forEach(due -> channels.put(due.channel(), Optional.of(due)));
        Set<ChannelRef> alerted = alerts.due(surfaces.keySet(), now);
        alerted.forEach(channel -> channels.putIfAbsent(channel, Optional.empty()));
        editions.open(surfaces.keySet(), now).forEach(open -> channels.putIfAbsent(open.channel(), Optional.empty()));
        resting.values().removeIf(until -> !until.isAfter(now));
        channels.keySet().removeAll(resting.keySet());
        atWork.values().removeIf(Future::isDone);
        List<Future<?>> served = new ArrayList<>();
        channels.forEach((channel, due) -> served.add(begin(
                channel,
                () -> {
                    due.ifPresent(subscription -> plan(subscription, now));
                    if (alerted.contains(channel)) {
                        alerts.plan(channel, now);
                    }
                    deliver(channel, now);
                },
                now)));
        await(served);
    }

    /** Lets the channels at work end, for a while. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Starts serving a channel, unless that is being done already. */
    private Future<?> begin(ChannelRef channel, Runnable service, Instant now) {
        return atWork.compute(
                channel,
                (same, running) -> running != null && !running.isDone()
                        ? running
                        : threads.submit(() -> serveInTurn(channel, service, now)));
    }

    private ChannelRef serveInTurn(ChannelRef channel, Runnable service, Instant now) throws InterruptedException {
        Semaphore width = requireNonNull(widths.get(channel.platform()));
        width.acquire();
        try {
            serve(channel, service, now);
            return channel;
        } finally {
            width.release();
        }
    }

    private void serve(ChannelRef channel, Runnable service, Instant now) {
        try {
            service.run();
        } catch (RuntimeException unexpected) {
            resting.put(channel, now.plus(REST));
            throw unexpected;
        }
    }

    private void plan(Subscription subscription, Instant now) {
        // Of several missed days only the last one is made up for.
        LocalDate date = subscription.timetable().latestAt(now);
        boolean fresh = subscription.lastEdition().map(date::isAfter).orElse(true);
        if (!fresh) {
            subscriptions.advance(
                    subscription.id(), subscription.lastEdition().orElse(date), subscription.nextDue(now));
            return;
        }
        if (subscription.manners().catchUp() == Manners.CatchUp.SKIP
                && now.isAfter(subscription.timetable().instantOn(date).plus(LATE))) {
            LOG.info("{} is skipped: its hour has long passed, and the channel wants none late", subscription.id());
            subscriptions.advance(
                    subscription.id(), date, subscription.withLastEdition(date).nextDue(now));
            return;
        }
        Subscription wanted = withRoomForMissed(subscription, date);
        editions.openOf(subscription.id()).stream()
                .filter(older -> !older.date().equals(date))
                .forEach(this::abandon);
        editions.plan(Edition.planned(wanted.id(), wanted.channel(), date, planner.items(wanted, date, now), now));
        subscriptions.advance(
                subscription.id(), date, subscription.withLastEdition(date).nextDue(now));
    }

    private void abandon(Edition edition) {
        delivery.abandon(
                edition, Optional.ofNullable(surfaces.get(edition.channel().platform())));
    }

    private static Subscription withRoomForMissed(Subscription subscription, LocalDate date) {
        long missed = subscription
                .lastEdition()
                .map(last -> subscription.timetable().daysBetween(last, date))
                .orElse(1L);
        return subscription.manners().catchUp() == Manners.CatchUp.MERGE
                ? subscription.withCount(missed * subscription.count())
                : subscription;
    }

    private void deliver(ChannelRef channel, Instant now) {
        subscriptions.in(channel).ifPresent(schedule -> deliver(Recipient.of(schedule), schedule.active(), now));
        Optional<Recipient> watcher = alerts.recipient(channel);
        editions.openOf(Watch.subscriptionOf(channel)).stream()
                .filter(open ->
                        watcher.isEmpty() || open.plannedAt().plus(STALE).isBefore(now))
                .forEach(this::abandon);
        watcher.ifPresent(recipient -> deliver(recipient, true, now));
    }

    private void deliver(Recipient recipient, boolean active, Instant now) {
        for (Edition open : editions.openOf(recipient.id())) {
            if (!active) {
                abandon(open);
            } else if (!open.nextTry().isAfter(now)) {
                deliver(recipient, open, now);
            }
        }
    }

    /** An edition that was planned while its channel refuses waits for the next try there, as the one before did. */
    private void deliver(Recipient recipient, Edition edition, Instant now) {
        Optional<Instant> nextTry =
                refusals.of(recipient.id()).map(Refusals.Refusal::nextTry).filter(next -> next.isAfter(now));
        ChatSurface surface = surfaces.get(edition.channel().platform());
        if (nextTry.isPresent()) {
            editions.postpone(edition.key(), nextTry.get());
        } else if (surface != null) {
            delivery.deliver(recipient, edition, surface, now);
        }
    }

    private static void await(List<Future<?>> served) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<RuntimeException> troubles = new ArrayList<>();
        for (Future<?> one : served) {
            try {
                one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException unexpected) {
                troubles.add(new IllegalStateException("a channel could not be served", unexpected.getCause()));
            } catch (TimeoutException slow) {
                LOG.info("a channel takes its time; the next tick does not wait for it");
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (!troubles.isEmpty()) {
            RuntimeException first = troubles.getFirst();
            troubles.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
