package dev.paperboy.config;

import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.community.ClubCommand;
import dev.paperboy.community.SubmitCommand;
import dev.paperboy.community.UnsubmitCommand;
import dev.paperboy.digest.DigestWriter;
import dev.paperboy.digest.EditionPlanner;
import dev.paperboy.digest.EditionPreview;
import dev.paperboy.digest.Lookout;
import dev.paperboy.digest.NudgeJob;
import dev.paperboy.digest.StatusCommand;
import dev.paperboy.digest.SubmissionNews;
import dev.paperboy.feed.Embedding;
import dev.paperboy.feed.LostPapers;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.feed.Renewal;
import dev.paperboy.feed.Upkeep;
import dev.paperboy.feed.UpkeepStep;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.lucene.LucenePercolator;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.library.ExportCommand;
import dev.paperboy.library.ForYouCommand;
import dev.paperboy.library.ImportCommand;
import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.PaperButtons;
import dev.paperboy.library.SaveCommand;
import dev.paperboy.library.SavedCommand;
import dev.paperboy.library.UnsaveCommand;
import dev.paperboy.person.LinkCommand;
import dev.paperboy.person.PrivacyCommand;
import dev.paperboy.person.UnlinkCommand;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.Cadence;
import dev.paperboy.schedule.Clockwork;
import dev.paperboy.schedule.Job;
import dev.paperboy.search.PaperCards;
import dev.paperboy.search.PaperCommand;
import dev.paperboy.search.SearchCommand;
import dev.paperboy.search.SimilarCommand;
import dev.paperboy.search.TrendingCommand;
import dev.paperboy.search.WhyCommand;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.FollowCommand;
import dev.paperboy.subscription.ScheduleCommand;
import dev.paperboy.subscription.UnwatchCommand;
import dev.paperboy.subscription.WatchCommand;
import dev.paperboy.subscription.WatchOffer;
import dev.paperboy.trending.Trending;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together, in the order in which they stand on each other, and starts them. */
public final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    /** Whose name is the same after a restart has its work back at once; who shares a store needs one of their own. */
    private static final String INSTANCE = "paperboy";

    /** One core is left for those who wait for answers. */
    private static final int EMBEDDING_THREADS =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private static final Duration NUDGES = Duration.ofMinutes(1);

    private final Home home;
    private final Settings settings;
    private final InstantSource clock;
    private final InstantSource leaseClock;
    private final Teardown teardown = new Teardown();

    private Wiring(Home home, Settings settings, InstantSource clock, InstantSource leaseClock) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
        this.leaseClock = leaseClock;
    }

    /**
     * Starts a bot; when this returns, it works.
     *
     * @param clock what time it is for everything but other people's patience; it may be moved by hand
     * @throws RuntimeException if it cannot start; nothing is left open then
     */
    public static RunningBot start(Home home, Settings settings, InstantSource clock) {
        return start(home, settings, clock, InstantSource.system());
    }

    /**
     * As {@link #start(Home, Settings, InstantSource)}.
     *
     * @param leaseClock what time it is for leases: the time by which instances are dead or alive, which nobody moves
     *     while they live
     */
    public static RunningBot start(Home home, Settings settings, InstantSource clock, InstantSource leaseClock) {
        Wiring wiring = new Wiring(home.create(), settings, clock, leaseClock);
        try {
            return wiring.start();
        } catch (RuntimeException e) {
            wiring.teardown.close();
            throw e;
        }
    }

    private RunningBot start() {
        Optional<Embedder> embedder = embedder();
        LucenePaperIndex index = teardown.add(LucenePaperIndex.open(home.index(), clock, embedder));
        Upkeep upkeep = upkeep(index, embedder);
        Store store = teardown.add(Store.open(settings.store().at(home)));
        // What tells how far this folder's index is stays with it; another instance's index is elsewhere.
        Store own = store.isShared() ? teardown.add(Store.open(home.database())) : store;
        String instance = store.isShared() ? INSTANCE + "-" + UUID.randomUUID() : INSTANCE;
        QueryParser parser = new QueryParser(clock);
        Trending trending = new Trending(store.observations(), store.votes());
        EditionPlanner planner = new EditionPlanner(trending, index, parser, store.postedPapers(), store.submissions());
        DigestWriter writer = new DigestWriter(PaperButtons::trending);
        Lookout lookout = new Lookout(
                store.watches(), new LucenePercolator(), parser, store.readingLists(), store.alerts(), clock);
        LostPapers lost = new LostPapers(own.cursors(), index.loss());
        Feeds feeds = new Feeds(
                settings.sources(), index, store.observations(), own.cursors(), lookout, lost, clock, teardown);
        PaperboyBot bot =
                bot(index, store, parser, trending, new EditionPreview(planner, writer, index), feeds.onDemand());
        Posts posts = new Posts(store, index, planner, instance, clock);

        Optional<SlackLink> slack = slack(bot, store.requestKeys());
        List<PlatformLink> platforms = new ArrayList<>();
        List<ChatSurface> surfaces = new ArrayList<>();
        if (store.isShared()) {
            leasedDiscord(bot, store, posts, instance).ifPresent(platforms::add);
        } else {
            discord(bot, store.requestKeys()).ifPresent(link -> {
                platforms.add(link);
                surfaces.add(link.surface());
            });
        }
        slack.ifPresent(link -> {
            platforms.add(link);
            surfaces.add(link.surface());
        });

        List<Job> filling = new ArrayList<>(feeds.jobs());
        filling.add(
                feeds.submissions(store.submissions(), new SubmissionNews(store.alerts(), store.editions(), clock)));
        List<Job> shared = new ArrayList<>(posts.of(surfaces, teardown));
        NudgeJob nudges = new NudgeJob(store.nudges(), store.readingLists(), store.alerts());
        shared.add(new Job("nudges", Cadence.every(NUDGES), nudges::run));
        List<Clockwork> clockworks = clockworks(store, own, instance, shared, filling);

        Vitals vitals = new Vitals(platforms, index, trending);
        Optional<HttpEndpoint> http = settings.http()
                .port()
                .map(port -> teardown.add(
                        new HttpEndpoint(settings.http().host(), port, vitals, slack.flatMap(SlackLink::requests))));
        http.ifPresent(HttpEndpoint::start);
        Together.run(platforms.stream().<Runnable>map(link -> link::start).toList());
        clockworks.forEach(Clockwork::start);
        upkeep.start();
        return new RunningBot(index, store, lookout, clockworks.getFirst(), bot, vitals, http, teardown);
    }

    /** What is shared runs once for all instances, what fills this folder's index in each of them. */
    private List<Clockwork> clockworks(Store store, Store own, String instance, List<Job> shared, List<Job> feeds) {
        if (store.isShared()) {
            return List.of(clockwork(store, instance, shared), clockwork(own, INSTANCE, feeds));
        }
        List<Job> all = new ArrayList<>(feeds);
        all.addAll(shared);
        return List.of(clockwork(store, INSTANCE, all));
    }

    private Clockwork clockwork(Store store, String name, List<Job> jobs) {
        return teardown.add(new Clockwork(store.dataSource(), name, clock, jobs));
    }

    private Upkeep upkeep(LucenePaperIndex index, Optional<Embedder> embedder) {
        List<UpkeepStep> steps = new ArrayList<>(List.of(new Renewal(index)));
        embedder.map(model -> teardown.add(new Embedding(index, model, EMBEDDING_THREADS)))
                .ifPresent(steps::add);
        return teardown.add(new Upkeep(steps));
    }

    /** A machine that cannot run the model still searches by words. */
    private Optional<Embedder> embedder() {
        if (!settings.search().byMeaning()) {
            LOG.info("papers are found by their words alone: search.by-meaning is off");
            return Optional.empty();
        }
        try {
            return Optional.of(teardown.add(OnnxEmbedder.load()));
        } catch (EmbedderException trouble) {
            LOG.warn("papers are found by their words alone: {}", trouble.getMessage(), trouble);
            return Optional.empty();
        }
    }

    private PaperboyBot bot(
            LucenePaperIndex index,
            Store store,
            QueryParser parser,
            Trending trending,
            EditionPreview preview,
            OnDemand papers) {
        PaperCards cards = new PaperCards(PaperButtons::of);
        WatchOffer offer = new WatchOffer(index, parser, cards, clock);
        SearchCommand search = new SearchCommand(index, parser, cards);
        List<Command> commands = List.of(
                search,
                new TrendingCommand(
                        trending, index, parser, new PaperCards(PaperButtons::trending), lastEdition(store), clock),
                new WhyCommand(trending, index, parser, clock),
                new PaperCommand(index, parser, cards),
                new SimilarCommand(index, parser, cards),
                new SaveCommand(store.readingLists(), index, clock),
                new UnsaveCommand(store.readingLists(), index, clock),
                new SavedCommand(store.readingLists(), store.nudges(), index, parser, PaperButtons::of, clock),
                new ExportCommand(store.readingLists(), index, parser, clock),
                new ImportCommand(store.readingLists(), index, parser, papers, clock),
                new ForYouCommand(
                        store.readingLists(),
                        store.impressions(),
                        store.postedPapers()::postedIn,
                        index,
                        parser,
                        PaperButtons::of,
                        clock),
                new MarkCommand(store.readingLists(), index, clock),
                new SubmitCommand(store.submissions(), papers, PaperButtons::of, clock),
                new UnsubmitCommand(store.submissions(), index),
                new ClubCommand(store.journalClub(), index, PaperButtons::of, clock),
                new ScheduleCommand(store.subscriptions(), trending, index, parser, clock, preview::next),
                new FollowCommand(index, parser, offer),
                new WatchCommand(store.watches(), offer, clock),
                new UnwatchCommand(store.watches()),
                new StatusCommand(store.subscriptions(), store.editions(), store.refusals(), clock),
                new LinkCommand(store.accounts(), new SecureRandom(), clock),
                new UnlinkCommand(store.accounts()),
                new PrivacyCommand(store.accounts(), List.of(store.personalData(), search.personalData()), clock));
        ReactionRouter reactions =
                new ReactionRouter(store.postedPapers(), store.readingLists(), store.standingReactions(), clock);
        return new PaperboyBot(commands, reactions, store.postedPapers());
    }

    /** When a channel's last scheduled post was due. */
    private static Function<ChannelRef, Optional<Instant>> lastEdition(Store store) {
        return channel -> store.subscriptions()
                .in(channel)
                .flatMap(schedule ->
                        schedule.lastEdition().map(day -> schedule.timetable().instantOn(day)));
    }

    private Optional<DiscordLink> discord(PaperboyBot bot, RequestKeys keys) {
        Optional<DiscordLink> link =
                settings.discord().token().map(token -> new DiscordLink(settings.discord(), token, bot, keys));
        return present(link, "Discord", "discord.token");
    }

    private Optional<LeasedDiscordLink> leasedDiscord(PaperboyBot bot, Store store, Posts posts, String instance) {
        Optional<LeasedDiscordLink> link = settings.discord()
                .token()
                .map(token -> new LeasedDiscordLink(
                        store.leases(leaseClock),
                        LeasedDiscordLink.lease(token, instance),
                        leaseClock,
                        () -> new DiscordLink(settings.discord(), token, bot, store.requestKeys()),
                        posts::startOn));
        return present(link, "Discord", "discord.token");
    }

    private Optional<SlackLink> slack(PaperboyBot bot, RequestKeys keys) {
        Optional<SlackLink> link =
                settings.slack().botToken().map(token -> new SlackLink(settings.slack(), token, bot, keys));
        return present(link, "Slack", "slack.bot-token");
    }

    private <T extends PlatformLink> Optional<T> present(Optional<T> link, String name, String key) {
        link.ifPresentOrElse(teardown::add, () -> LOG.info("{} is absent: {} is not set", name, key));
        return link;
    }
}
