package dev.paperboy.config.sandbox;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.config.RunningBot;
import dev.paperboy.paper.PaperId;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Both platforms with a real bot between them. */
final class WorkingStage implements Stage, AutoCloseable {

    /** Three months of daily posts; who jumps farther misses the days between, as after a long absence. */
    private static final int MOST_STOPS = 100;
    /** A platform lets a bot write about once a second in a channel. */
    private static final Duration POSTS_LAND = Duration.ofSeconds(60);

    private static final Duration REACTION_LANDS = Duration.ofSeconds(5);
    private static final Duration ONLINE = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 25;
    private static final Set<Platform> BOTH = EnumSet.allOf(Platform.class);
    private static final Map<String, Integer> PLACES = Map.of("1️⃣", 1, "2️⃣", 2, "3️⃣", 3, "4️⃣", 4, "5️⃣", 5);

    private final SandboxClock clock;
    private final Supplier<RunningBot> starter;
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
            for (int stops = 0; stops < MOST_STOPS; stops++) {
                Optional<Instant> stop = nextPosting().filter(next -> !next.isAfter(target));
                if (stop.isEmpty()) {
                    break;
                }
                arrive(stop.get());
            }
            if (clock.instant().isBefore(target)
                    || target.isBefore(clock.instant().minus(POSTS_LAND))) {
                arrive(target);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void arrive(Instant instant) throws InterruptedException {
        clock.set(instant);
        bot.clockwork().runDueNow();
        // A post that came due within a tick of the move, or that its platform slows down, is still on its way.
        until(POSTS_LAND, () -> isQuiet(clock.instant()));
    }

    private boolean isQuiet(Instant now) {
        Store store = bot.store();
        return store.subscriptions().due(BOTH, now).isEmpty()
                && store.editions().open(BOTH, now).isEmpty();
    }

    /** Waits until the saved papers are as the reaction says. */
    @Override
    public Outcome react(Desk desk, Person person, Room room, Seen message, String emoji, boolean remove) {
        Outcome outcome = desk.react(person, room, message.id(), emoji, remove);
        List<PaperId> meant = meant(desk, room, message, EmojiNames.character(emoji));
        if (outcome.ok() && !meant.isEmpty()) {
            var user = desk.reference(person);
            var lists = bot.store().readingLists();
            try {
                until(REACTION_LANDS, () -> meant.stream().allMatch(paper -> lists.contains(user, paper) != remove));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return outcome;
    }

    private List<PaperId> meant(Desk desk, Room room, Seen message, String emoji) {
        List<PaperId> papers = bot.store().postedPapers().at(new MessageRef(desk.reference(room), message.id()));
        if (emoji.equals("🔖")) {
            return papers;
        }
        int place = PLACES.getOrDefault(emoji, 0);
        return place >= 1 && place <= papers.size() ? List.of(papers.get(place - 1)) : List.of();
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

    /** Waits until commands and reactions reach the bot on both platforms, though not for ever. */
    void awaitOnline() {
        try {
            until(ONLINE, () -> desks.stream().allMatch(Desk::online));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
        bot.close();
    }
}
