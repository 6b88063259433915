package dev.paperboy.config;

import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.digest.DigestJob;
import dev.paperboy.digest.DigestWriter;
import dev.paperboy.digest.EditionPlanner;
import dev.paperboy.feed.BackgroundEmbedding;
import dev.paperboy.feed.Embedding;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.library.PaperButtons;
import dev.paperboy.library.SaveCommand;
import dev.paperboy.library.SavedCommand;
import dev.paperboy.library.UnsaveCommand;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.Cadence;
import dev.paperboy.schedule.Clockwork;
import dev.paperboy.schedule.Job;
import dev.paperboy.search.PaperCards;
import dev.paperboy.search.PaperCommand;
import dev.paperboy.search.SearchCommand;
import dev.paperboy.search.SimilarCommand;
import dev.paperboy.search.TrendingCommand;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.ScheduleCommand;
import dev.paperboy.trending.Trending;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together, in the order in which they stand on each other, and starts them. */
public final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    /** How late a scheduled post may be at most, and how often the store is asked for it. */
    private static final Duration DIGEST_TICK = Duration.ofSeconds(2);

    /** One core is left for those who wait for answers. */
    private static final int EMBEDDING_THREADS =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Home home;
    private final Settings settings;
    private final InstantSource clock;
    private final Teardown teardown = new Teardown();

    private Wiring(Home home, Settings settings, InstantSource clock) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a bot; when this returns, it works.
     *
     * @param clock what time it is for everything but other people's patience; it may be moved by hand
     * @throws RuntimeException if it cannot start; nothing is left open then
     */
    public static RunningBot start(Home home, Settings settings, InstantSource clock) {
        Wiring wiring = new Wiring(home.create(), settings, clock);
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
        Optional<BackgroundEmbedding> embedding = embedder.map(
                model -> teardown.add(new BackgroundEmbedding(index, new Embedding(index, model, EMBEDDING_THREADS))));
        Store store = teardown.add(Store.open(home.database()));
        QueryParser parser = new QueryParser(clock);
        Trending trending = new Trending(store.observations());
        PaperboyBot bot = bot(index, store, parser, trending);

        Optional<DiscordLink> discord = discord(bot, store.requestKeys());
        Optional<SlackLink> slack = slack(bot, store.requestKeys());
        List<PlatformLink> platforms = new ArrayList<>();
        discord.ifPresent(platforms::add);
        slack.ifPresent(platforms::add);

        DigestJob digest = teardown.add(new DigestJob(
                platforms.stream().map(PlatformLink::surface).toList(),
                store.subscriptions(),
                store.editions(),
                store.postedPapers(),
                index,
                new EditionPlanner(trending, index, parser, store.postedPapers()),
                new DigestWriter(PaperButtons::of)));
        List<Job> jobs = new ArrayList<>(new Feeds(settings.sources(), index, store, clock, teardown).jobs());
        jobs.add(new Job("digest", Cadence.every(DIGEST_TICK), digest::tick));
        Clockwork clockwork = teardown.add(new Clockwork(store.dataSource(), "paperboy", clock, jobs));

        Vitals vitals = new Vitals(platforms, index, trending);
        Optional<HttpEndpoint> http = settings.http()
                .port()
                .map(port -> teardown.add(
                        new HttpEndpoint(settings.http().host(), port, vitals, slack.flatMap(SlackLink::requests))));
        http.ifPresent(HttpEndpoint::start);
        Together.run(platforms.stream().<Runnable>map(link -> link::start).toList());
        clockwork.start();
        embedding.ifPresent(BackgroundEmbedding::start);
        return new RunningBot(index, store, clockwork, bot, vitals, http, teardown);
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

    private PaperboyBot bot(LucenePaperIndex index, Store store, QueryParser parser, Trending trending) {
        PaperCards cards = new PaperCards(PaperButtons::of);
        List<Command> commands = List.of(
                new SearchCommand(index, parser, cards),
                new TrendingCommand(trending, index, parser, cards, clock),
                new PaperCommand(index, parser, cards),
                new SimilarCommand(index, parser, cards),
                new SaveCommand(store.readingLists(), index, clock),
                new UnsaveCommand(store.readingLists(), index),
                new SavedCommand(store.readingLists(), index, PaperButtons::of),
                new ScheduleCommand(store.subscriptions(), trending, index, parser, clock));
        ReactionRouter reactions =
                new ReactionRouter(store.postedPapers(), store.readingLists(), store.standingReactions(), clock);
        return new PaperboyBot(commands, reactions, store.postedPapers());
    }

    private Optional<DiscordLink> discord(PaperboyBot bot, RequestKeys keys) {
        Optional<DiscordLink> link =
                settings.discord().token().map(token -> new DiscordLink(settings.discord(), token, bot, keys));
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
