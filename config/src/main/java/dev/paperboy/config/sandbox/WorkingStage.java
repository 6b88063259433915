package dev.paperboy.config.sandbox;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.config.RunningBot;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.index.Clause;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.ReactionMeaning;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both platforms with a real bot between them. */
final class WorkingStage implements Stage, AutoCloseable {

    /** Three months of daily posts; who jumps farther misses the days between, as after a long absence. */
    private static final int MOST_STOPS = 100;
    /** A platform lets a bot write about once a second in a channel. */
    private static final Duration POSTS_LAND = Duration.ofSeconds(60);

    private static final Duration REACTION_LANDS = Duration.ofSeconds(5);
    private static final Duration NOTED = Duration.ofSeconds(1);
    private static final Duration ONLINE = Duration.ofSeconds(60);
    private static final long GLANCE_MILLIS = 25;
    private static final Set<Platform> BOTH = EnumSet.allOf(Platform.class);

    private final SandboxClock clock;
    private final Supplier<RunningBot> starter;
    private final CountsInTime counts = new CountsInTime();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile RunningBot bot;
    private volatile List<Desk> desks = List.of();
    private volatile Live live = Live.OFF;

    /** @param starter starts a bot between the platforms, in the sandbox's time */
    WorkingStage(SandboxClock clock, Supplier<RunningBot> starter) {
        this.clock = clock;
        this.starter = starter;
        this.bot = starter.get();
    }

    /** The platforms, which read commands as this bot does. */
    void furnish(List<Desk> furniture) {
        desks = List.copyOf(furniture);
    }

    RunningBot bot() {
        return bot;
    }

    @Override
    public List<Desk> desks() {
        return desks;
    }

    @Override
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public Live live() {
        return live;
    }

    /** Shows no counts that are not observed yet; to be called when papers or observations came in. */
    void refreshCounts() {
        counts.forget();
        counts.show(bot, clock.instant());
    }

    void live(Live news) {
        live = news;
    }

    @Override
    public Optional<Instant> nextPosting() {
        Instant now = clock.instant();
        return schedules().map(schedule -> schedule.nextDue(now)).min(Instant::compareTo);
    }

    private Stream<Subscription> schedules() {
        Store store = bot.store();
        return desks.stream()
                .flatMap(desk -> desk.rooms().stream().map(desk::reference))
                .flatMap(channel -> store.subscriptions().in(channel).stream())
                .filter(Subscription::active);
    }

    /** Stops at every posting hour on the way, so that each day gets its own post. */
    @Override
    public void moveClock(Instant target) {
        oneAtATime.lock();
        try {
            boolean back = target.isBefore(clock.instant());
            for (int stops = 0; stops < MOST_STOPS; stops++) {
                Optional<Instant> stop = nextPosting().filter(next -> !next.isAfter(target));
                if (stop.isEmpty()) {
                    break;
                }
                arrive(stop.get());
            }
            // While posts landed on the way, the clock may have run past its target.
            if (back || clock.instant().isBefore(target)) {
                arrive(target);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void arrive(Instant instant) throws InterruptedException {
        counts.show(bot, instant);
        announce(instant);
        clock.set(instant);
        bot.clockwork().runDueNow();
        // A post that came due within a tick of the move, or that its platform slows down, is still on its way.
        until(POSTS_LAND, () -> isQuiet(clock.instant()));
    }

    /** The index knows all papers from the start; those that appear until an instant come in as if they were new. */
    private void announce(Instant until) {
        Instant now = clock.instant();
        if (!until.isAfter(now)) {
            return;
        }
        Clause days = new Clause.Published(
                LocalDate.ofInstant(now, ZoneOffset.UTC), LocalDate.ofInstant(until, ZoneOffset.UTC));
        PaperQuery appearing = new QueryParser(clock)
                .parse("")
                .meant(new Clause.AllOf(List.of(days)), List.of())
                .withLimit(PaperQuery.MAX_LIMIT);
        bot.arrivals()
                .arrived(bot.index().fitting(appearing).hits().stream()
                        .map(Hit::paper)
                        .filter(paper -> paper.published()
                                .filter(at -> at.isAfter(now) && !at.isAfter(until))
                                .isPresent())
                        .map(paper -> new Arrivals.Arrival(Optional.empty(), paper))
                        .toList());
    }

    private boolean isQuiet(Instant now) {
        Store store = bot.store();
        return store.subscriptions().due(BOTH, now).isEmpty()
                && store.editions().open(BOTH, now).isEmpty();
    }

    /** Waits until the saved papers are as the reaction says. */
    @Override
    public Outcome react(Desk desk, Person person, Room room, Seen message, String emoji, boolean remove) {
        try {
            awaitNote(desk, room, message, emoji);
            Outcome outcome = desk.react(person, room, message.id(), emoji, remove);
            if (outcome.ok()) {
                awaitSaved(desk.reference(person), meant(desk, room, message, emoji), !remove);
            }
            return outcome;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.refused("The sandbox stops.");
        }
    }

    /** The bot notes which papers a message shows a moment after it is there; a script is quicker than that. */
    private void awaitNote(Desk desk, Room room, Seen message, String emoji) throws InterruptedException {
        if (message.bot() && EmojiNames.meaning(emoji).isPresent()) {
            until(NOTED, () -> !papers(desk, room, message).isEmpty());
        }
    }

    private void awaitSaved(UserRef user, List<PaperId> papers, boolean saved) throws InterruptedException {
        var lists = bot.store().readingLists();
        until(REACTION_LANDS, () -> papers.stream().allMatch(paper -> lists.contains(user, paper) == saved));
    }

    private List<PaperId> papers(Desk desk, Room room, Seen message) {
        return bot.store().postedPapers().at(new MessageRef(desk.reference(room), message.id()));
    }

    private List<PaperId> meant(Desk desk, Room room, Seen message, String emoji) {
        return EmojiNames.meaning(emoji)
                .map(known ->
                        ReactionMeaning.of(known, papers(desk, room, message)).saved())
                .orElse(List.of());
    }

    @Override
    public void restartBot() {
        oneAtATime.lock();
        try {
            bot.close();
            bot = starter.get();
            awaitOnline();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Waits until commands and reactions reach the bot on both platforms.
     *
     * @throws IllegalStateException if that takes too long
     */
    void awaitOnline() {
        try {
            until(ONLINE, () -> desks.stream().allMatch(Desk::online));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String away =
                desks.stream().filter(desk -> !desk.online()).map(Desk::name).collect(Collectors.joining(" and "));
        if (!away.isEmpty()) {
            throw new IllegalStateException(
                    "Paperboy did not get online on " + away + " within " + ONLINE.toSeconds() + " s");
        }
    }

    private static void until(Duration patience, BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    @Override
    public void close() {
        try {
            counts.showAll(bot);
        } finally {
            bot.close();
        }
    }
}
