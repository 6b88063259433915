package dev.paperboy.config.chaos;

import dev.paperboy.config.chaos.Town.Post;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rounds of a posting hour each: bots start, trouble comes, bots are killed at random instants and started again, until
 * what was due stands or time is up; then all are killed and the clock goes on to the next posting hour.
 */
public final class Chaos {

    /** Clocks change in America and Europe in the weeks that follow. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 3);

    private static final List<String> ZONES = List.of(
            "UTC",
            "America/New_York",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Auckland");
    /** Posting hours in UTC, far enough apart that what is refused for an hour comes before the next. */
    private static final List<Integer> HOURS = List.of(6, 10, 14, 19);

    private static final List<Trouble> TROUBLES = List.of(Trouble.values());
    private static final int ROOMS = 8;
    private static final int MOST_PAPERS = 3;

    /** Posts due within it belong to the same round. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    private static final Duration ONLINE = Duration.ofSeconds(60);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);
    private static final Duration QUIET = Duration.ofSeconds(6);
    /** Another instance takes over within a minute; mostly nobody waits for that, and all are killed and come later. */
    private static final Duration TAKEOVER = Duration.ofSeconds(65);

    private static final int TAKEOVERS = 8;
    private static final Duration SAVED = Duration.ofSeconds(90);
    /** Refused channels are tried again within an hour, and failed posts sooner. */
    private static final List<Duration> LATER =
            Stream.of(0, 1, 4, 16, 64).map(Duration::ofMinutes).toList();

    private final Options options;
    private final ChaosClock clock;
    private final Random chance;
    private final Consumer<String> finding;
    private final Watchers watchers = new Watchers();
    private final List<Rota> rotas = new ArrayList<>();
    /** Where people put their bookmarks. */
    private final Map<Mark, String> marks = new HashMap<>();

    /** Somebody's bookmark for a paper. */
    private record Mark(Town town, String person, String paper) {}

    /**
     * @param real real time
     * @param finding hears in a sentence of each thing that went wrong
     */
    public Chaos(Options options, InstantSource real, Consumer<String> finding) {
        this.options = options;
        this.clock = new ChaosClock(real, FIRST_DAY.atTime(1, 0).toInstant(ZoneOffset.UTC));
        this.chance = new Random(options.seed());
        this.finding = finding;
    }

    /** Hears how far it is. */
    public interface Audience {

        /**
         * A round is over.
         *
         * @param number of the round, from 1
         * @param due how many editions were due in it
         */
        void roundEnded(int number, int due, String trouble);
    }

    /** Plays all rounds and judges; takes some 15 seconds a round. */
    public Verdict run(Audience audience) throws InterruptedException {
        stock();
        try (Town discord = new DiscordTown(clock);
                Town slack = new SlackTown(clock);
                Fleet fleet = new Fleet(options.folder(), options.instances(), environment(List.of(discord, slack)))) {
            List<Town> towns = List.of(discord, slack);
            towns.forEach(town -> town.onChange(watchers::changed));
            promise(towns, fleet);
            for (int round = 1; round <= options.rounds(); round++) {
                new Round(round, fleet).play(audience);
            }
            return judged(towns, fleet);
        }
    }

    private void stock() {
        // A week more than is needed, for days without a round are none.
        PaperStock papers = new PaperStock(FIRST_DAY, options.rounds() / HOURS.size() + 7, chance);
        try (Store store = Store.open(options.store())) {
            store.observations().record(papers.votes());
        }
        for (int ship = 0; ship < options.instances(); ship++) {
            try (LucenePaperIndex index = LucenePaperIndex.open(
                    Fleet.home(options.folder(), ship).create().index(), clock)) {
                index.add(papers.papers());
            }
        }
    }

    private Map<String, String> environment(List<Town> towns) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PAPERBOY_DB_URL", options.storeText(),
                "PAPERBOY_SEARCH_BY_MEANING", "false",
                "PAPERBOY_SOURCES_ARXIV_ENABLED", "false",
                "PAPERBOY_SOURCES_HUGGINGFACE_ENABLED", "false"));
        towns.forEach(town -> environment.putAll(town.address()));
        return environment;
    }

    /** Has every channel's schedule set by a person, as people do it. */
    private void promise(List<Town> towns, Fleet fleet) throws InterruptedException {
        fleet.startAll(clock.ahead());
        awaitVisit(towns);
        for (Town town : towns) {
            for (String room : town.open(ROOMS)) {
                Rota rota = rota(town, room);
                String trouble = town.schedule(
                        room, "time:%s zone:%s days:daily count:%d".formatted(rota.time(), rota.zone(), rota.count()));
                if (!trouble.isEmpty()) {
                    throw new IllegalStateException("no schedule for " + rota.name() + ": " + trouble);
                }
                rotas.add(rota);
            }
        }
        fleet.killAll();
    }

    private Rota rota(Town town, String room) {
        ZoneId zone = ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
        int hour = HOURS.get(chance.nextInt(HOURS.size()));
        Instant made = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return new Rota(
                town,
                room,
                FIRST_DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC).atZone(zone).toLocalTime(),
                zone,
                1 + chance.nextInt(MOST_PAPERS),
                made);
    }

    private void awaitVisit(List<Town> towns) throws InterruptedException {
        if (!watchers.await(() -> towns.stream().allMatch(Town::isVisited), ONLINE)) {
            throw new IllegalStateException("no bot came online within " + ONLINE.toSeconds()
                    + " s; what it said stands in " + options.folder());
        }
    }

    /** One posting hour. */
    private final class Round {

        private final int number;
        private final Fleet fleet;
        private final Trouble trouble;
        private final Instant due;
        private final List<Rota> promised;
        private final Rota victim;

        Round(int number, Fleet fleet) {
            this.number = number;
            this.fleet = fleet;
            this.trouble = TROUBLES.get(number % TROUBLES.size());
            this.due = nextDue();
            this.promised = rotas.stream()
                    .filter(rota -> !rota.nextAfter(due.minusMillis(1)).isAfter(due.plus(TOGETHER)))
                    .toList();
            this.victim = promised.get(chance.nextInt(promised.size()));
        }

        void play(Audience audience) throws InterruptedException {
            clock.passUntil(due.plusSeconds(chance.nextInt(-3, 90)));
            boolean early = chance.nextBoolean();
            if (early) {
                suffer();
            }
            fleet.startAll(clock.ahead());
            live();
            if (!early) {
                suffer();
            }
            kill();
            react();
            if (chance.nextInt(3) == 0) {
                live();
                kill();
            }
            towns().forEach(Town::calm);
            victim.town().readmit(victim.room());
            settle();
            react();
            fleet.killAll();
            audience.roundEnded(number, promised.size(), trouble.meaning());
        }

        private List<Town> towns() {
            return rotas.stream().map(Rota::town).distinct().toList();
        }

        private void suffer() {
            for (Town town : towns()) {
                if (trouble != Trouble.NO_RIGHT || town.equals(victim.town())) {
                    town.suffer(trouble, victim.room());
                }
            }
        }

        /** Lets the bots live for a while: until any instant, or until shortly after a post, where most can go wrong. */
        private void live() throws InterruptedException {
            if (chance.nextInt(3) == 0) {
                Thread.sleep(chance.nextLong(LONGEST_LIFE.toMillis()));
            } else {
                watchers.awaitChanges(1 + chance.nextInt(2 * promised.size()), LONGEST_LIFE);
                Thread.sleep(chance.nextLong(30));
            }
        }

        /** Kills one or all, and starts again what is dead, perhaps after a longer time. */
        private void kill() throws InterruptedException {
            if (fleet.size() == 1 || chance.nextInt(4) == 0) {
                fleet.killAll();
            } else {
                fleet.kill(chance.nextInt(fleet.size()));
            }
            if (!fleet.anyIsAlive() && chance.nextInt(3) == 0) {
                // Longer than platforms know a repeated post again by themselves.
                clock.pass(Duration.ofMinutes(chance.nextInt(1, 20)));
            } else {
                Thread.sleep(chance.nextLong(500));
            }
            fleet.startAll(clock.ahead());
        }

        /** Waits until what was due stands. What is held up is tried again later, and nobody waits for that in real time. */
        private void settle() throws InterruptedException {
            Duration quiet = fleet.size() > 1 && chance.nextInt(TAKEOVERS) == 0 ? TAKEOVER : QUIET;
            for (Duration later : LATER) {
                if (later.isPositive()) {
                    if (!clock.instant().plus(later).isBefore(nextDue())) {
                        return;
                    }
                    fleet.killAll();
                    clock.pass(later);
                    fleet.startAll(clock.ahead());
                }
                // A busy machine starts a bot slowly, and one that is killed before it is there proves nothing.
                watchers.await(() -> towns().stream().allMatch(Town::isVisited), ONLINE);
                if (watchers.await(this::isComplete, later.isZero() ? quiet : QUIET)) {
                    return;
                }
            }
        }

        private boolean isComplete() {
            return promised.stream().allMatch(rota -> Judge.isComplete(rota, due));
        }

        /** The first posting hour that has not come yet. */
        private Instant nextDue() {
            return rotas.stream()
                    .map(rota -> rota.nextAfter(clock.instant()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** People put a bookmark under some posts, and take some away. */
        private void react() {
            IntStream.range(0, 2).forEach(_ -> {
                Rota rota = promised.get(chance.nextInt(promised.size()));
                List<Post> posts = rota.town().posts(rota.room());
                if (!posts.isEmpty()) {
                    Post post = posts.get(posts.size() - 1 - chance.nextInt(Math.min(4, posts.size())));
                    List<String> people = rota.town().people();
                    react(rota, post, people.get(chance.nextInt(people.size())));
                }
            });
        }

        /** Under one post of a paper alone: with two, one may be taken away while the other stands. */
        private void react(Rota rota, Post post, String person) {
            String where = rota.room() + " " + post.id();
            boolean first = post.papers().stream()
                    .map(paper -> new Mark(rota.town(), person, paper))
                    .allMatch(mark -> marks.computeIfAbsent(mark, _ -> where).equals(where));
            if (first) {
                rota.town().react(person, rota.room(), post.id(), !post.savers().contains(person));
            }
        }
    }

    private Verdict judged(List<Town> towns, Fleet fleet) throws InterruptedException {
        fleet.startAll(clock.ahead());
        awaitVisit(towns);
        Judge judge = new Judge(finding);
        // One wait for all: the bots catch up with everybody's reactions at once.
        long deadline = System.nanoTime() + SAVED.toNanos();
        for (Town town : towns) {
            List<String> rooms = rotas.stream()
                    .filter(rota -> rota.town().equals(town))
                    .map(Rota::room)
                    .toList();
            for (String person : town.people()) {
                judge.judgeSaves(
                        town, person, Judge.kept(town, rooms, person), awaitSaved(town, rooms, person, deadline));
            }
        }
        rotas.forEach(rota -> judge.judge(rota, clock.instant()));
        return judge.verdict(options.rounds());
    }

    /** Platforms tell of a reaction again for minutes if the bot did not take it. */
    private static Set<String> awaitSaved(Town town, List<String> rooms, String person, long deadline)
            throws InterruptedException {
        Set<String> kept = Judge.kept(town, rooms, person);
        Set<String> saved = town.saved(person);
        while (!saved.equals(kept) && System.nanoTime() - deadline < 0) {
            Thread.sleep(Duration.ofSeconds(1));
            saved = town.saved(person);
        }
        return saved;
    }
}
