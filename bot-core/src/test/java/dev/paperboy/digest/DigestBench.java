package dev.paperboy.digest;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Platform;
import dev.paperboy.community.InMemorySubmissions;
import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.feed.Observations;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.InMemorySubscriptions;
import dev.paperboy.subscription.InMemoryWatches;
import dev.paperboy.subscription.Manners;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Topic;
import dev.paperboy.subscription.Watches;
import dev.paperboy.trending.Trending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Everything a digest needs, in memory unless a test brings its own stores. */
final class DigestBench implements AutoCloseable {

    static final Function<PaperId, List<Button>> BUTTONS = paper -> List.of(new Button.Link("Open", paper.url()));

    final InMemoryPaperIndex index = new InMemoryPaperIndex();
    final ScriptedSurface discord = new ScriptedSurface(Platform.DISCORD);
    final ScriptedSurface slack = new ScriptedSurface(Platform.SLACK);
    final Observations observations;
    final Subscriptions subscriptions;
    final Editions editions;
    final Refusals refusals;
    final PostedPapers posted;
    final Alerts alerts;
    final Watches watches;
    final InMemorySubmissions submissions = new InMemorySubmissions();
    final SettableTime clock;
    private final Instant start;
    private final DigestJob job;

    DigestBench(Instant start) {
        this(
                start,
                new InMemoryObservations(),
                new InMemorySubscriptions(),
                new InMemoryEditions(),
                new InMemoryRefusals(),
                new InMemoryPostedPapers(),
                new InMemoryAlerts(),
                new InMemoryWatches());
    }

    /** All stores of a database. */
    DigestBench(Instant start, Store store) {
        this(
                start,
                store.observations(),
                store.subscriptions(),
                store.editions(),
                store.refusals(),
                store.postedPapers(),
                store.alerts(),
                store.watches());
    }

    DigestBench(
            Instant start,
            Observations observations,
            Subscriptions subscriptions,
            Editions editions,
            Refusals refusals,
            PostedPapers posted,
            Alerts alerts,
            Watches watches) {
        this.start = start;
        this.observations = observations;
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.refusals = refusals;
        this.clock = new SettableTime(start);
        this.posted = posted;
        this.alerts = alerts;
        this.watches = watches;
        this.job = job(List.of(discord, slack));
    }

    DigestJob job(List<? extends ChatSurface> surfaces) {
        return job(surfaces, editions, "bench");
    }

    DigestJob job(Editions others) {
        return job(List.of(discord, slack), others, "bench");
    }

    /** The job of another process of that name. */
    DigestJob job(String instance) {
        return job(List.of(discord, slack), editions, instance);
    }

    private DigestJob job(List<? extends ChatSurface> surfaces, Editions kept, String instance) {
        return new DigestJob(
                surfaces,
                subscriptions,
                kept,
                refusals,
                posted,
                index,
                planner(),
                new AlertPlanner(alerts, watches, kept, posted, index),
                new DigestWriter(BUTTONS),
                instance,
                clock);
    }

    private EditionPlanner planner() {
        return new EditionPlanner(new Trending(observations), index, new QueryParser(() -> start), posted, submissions);
    }

    Content preview(ChannelRef channel, Instant now) {
        return new EditionPreview(planner(), new DigestWriter(BUTTONS), index)
                .next(subscriptions.in(channel).orElseThrow(), now);
    }

    void tick(Instant now) {
        clock.set(now);
        job.tick(now);
    }

    /** Keeps a schedule that was made a minute before the start. */
    void subscribe(Subscription schedule) {
        subscriptions.save(schedule, schedule.nextDue(start.minusSeconds(60)));
    }

    /** Papers 1 to n, listed on the day of an instant and seen then with as many upvotes as their number. */
    void listed(int papers, Instant at) {
        List<Paper> known = new ArrayList<>();
        for (int n = 1; n <= papers; n++) {
            known.add(paper(n, "Paper " + n, "cs.LG"));
            votes(n, n, at);
        }
        index.add(known);
    }

    void votes(int paper, int upvotes, Instant at) {
        observations.record(List.of(new Observation(
                id(paper),
                at,
                "api_daily",
                Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC)),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty())));
    }

    Optional<String> lastError(ChannelRef channel) {
        return subscriptions.in(channel).flatMap(Subscription::lastError);
    }

    static PaperId id(int n) {
        return new PaperId("2611." + (10_000 + n));
    }

    static Paper paper(int n, String title, String category) {
        return Paper.of(id(n), title).withCategories(List.of(new Category(category)));
    }

    static Subscription with(Subscription old, String topic) {
        return new Subscription(
                old.id(),
                old.channel(),
                old.timetable(),
                old.count(),
                new Topic(topic),
                old.manners(),
                old.madeBy(),
                old.active(),
                old.lastEdition(),
                old.lastError());
    }

    static Subscription silent(Subscription old) {
        return with(old, new Manners(Manners.QuietDay.SILENT, Manners.CatchUp.LATE, Duration.ZERO));
    }

    static Subscription catchingUp(Subscription old, Manners.CatchUp how) {
        return with(old, new Manners(Manners.QuietDay.SAY, how, Duration.ZERO));
    }

    static Subscription settling(Subscription old, Duration settling) {
        return with(old, new Manners(Manners.QuietDay.SAY, Manners.CatchUp.LATE, settling));
    }

    private static Subscription with(Subscription old, Manners manners) {
        return new Subscription(
                old.id(),
                old.channel(),
                old.timetable(),
                old.count(),
                old.topic(),
                manners,
                old.madeBy(),
                old.active(),
                old.lastEdition(),
                old.lastError());
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        job.close();
    }
}
