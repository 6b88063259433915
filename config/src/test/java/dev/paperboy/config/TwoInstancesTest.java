package dev.paperboy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.command.Weekdays;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.slack.sandbox.SlackSandbox;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestPostgres;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two whole instances on one PostgreSQL: the first is killed as kill -9 does, the second goes on. */
@Timeout(240)
class TwoInstancesTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PAPERS = 2;

    @TempDir
    Path folder;

    private final TestPostgres postgres = TestPostgres.fresh();
    private final DiscordSandbox discord = new DiscordSandbox(InstantSource.system());
    private final SlackSandbox slack = new SlackSandbox(InstantSource.system());
    private final AheadTime time = new AheadTime();
    private Process first;
    private RunningBot second;

    /** Real time, that may be set ahead. */
    private static final class AheadTime implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead);
        }

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    @BeforeEach
    void start() throws Exception {
        discord.start();
        slack.start(0);
        try (Store store = postgres.open()) {
            store.observations().record(votes());
        }
        index("one");
        index("two");
        first = launch();
        await().atMost(LONG).until(() -> discord.online() && slack.connections() == 1);
        second = Wiring.start(home("two"), settings(), time, time);
        await().atMost(LONG).until(() -> slack.connections() == 2);
    }

    @AfterEach
    void stop() {
        first.destroyForcibly();
        if (second != null) {
            second.close();
        }
        discord.close();
        slack.close();
        postgres.close();
    }

    private List<ChannelRef> channels() {
        return List.of(
                new ChannelRef(
                        Platform.DISCORD,
                        discord.guildId(),
                        discord.channel("papers").id()),
                new ChannelRef(
                        Platform.SLACK,
                        slack.teamId(),
                        slack.channels().stream()
                                .filter(channel -> channel.name().equals("papers"))
                                .findFirst()
                                .orElseThrow()
                                .id()));
    }

    /** A posting hour that was two hours ago and comes again tomorrow, well apart from this test. */
    private static Subscription daily(ChannelRef channel) {
        // Where it is about noon, so that two hours ago was today at whatever hour this runs.
        ZoneId zone =
                ZoneId.of("Etc/GMT%+d".formatted(LocalTime.now(ZoneOffset.UTC).getHour() - 12));
        LocalTime hour = LocalTime.now(zone).minusHours(2).truncatedTo(ChronoUnit.MINUTES);
        Subscription daily = SampleSubscriptions.at(channel, hour.toString(), zone.getId(), Weekdays.DAILY);
        return new Subscription(
                daily.id(),
                channel,
                daily.timetable(),
                PAPERS,
                daily.topic(),
                daily.manners(),
                daily.madeBy(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void eachPostComesOnceAndTheSecondGoesOnWhenTheFirstIsKilled() throws Exception {
        assertThat(second.vitals().connected())
                .as("people reach Discord by the first")
                .containsEntry("discord", true);
        await().atMost(LONG).until(() -> discordSessions() == 1);

        channels()
                .forEach(channel -> second.store()
                        .subscriptions()
                        .save(daily(channel), InstantSource.system().instant()));
        awaitPosts(PAPERS);

        first.destroyForcibly().waitFor();
        await().atMost(LONG).until(() -> !discord.online());
        // The lease of the dead is over; its turn of a job, if it died at one, too.
        time.advance(Duration.ofSeconds(50));
        await().atMost(LONG).until(discord::online);
        await().atMost(LONG).until(() -> discordSessions() == 2);
        await().atMost(LONG).until(() -> second.vitals().connected().get("discord"));

        time.advance(Duration.ofDays(1));
        second.store().observations().record(votes());
        awaitPosts(2 * PAPERS);
        second.clockwork().runDueNow();
        second.close();

        assertThat(discordSessions()).as("one at a time").isEqualTo(2);
        assertThat(texts(Platform.DISCORD)).hasSize(2 * PAPERS).doesNotHaveDuplicates();
        assertThat(texts(Platform.SLACK)).hasSize(2 * PAPERS).doesNotHaveDuplicates();
        discord.assertNoViolations();
        slack.assertNoViolations();
    }

    private void awaitPosts(int each) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(texts(Platform.DISCORD)).hasSizeGreaterThanOrEqualTo(each);
            assertThat(texts(Platform.SLACK)).hasSizeGreaterThanOrEqualTo(each);
        });
        assertThat(texts(Platform.DISCORD)).hasSize(each);
        assertThat(texts(Platform.SLACK)).hasSize(each);
    }

    private List<String> texts(Platform platform) {
        return switch (platform) {
            case DISCORD ->
                discord.messages("papers").stream()
                        .map(message -> message.payload().path("embeds").toString()
                                + message.payload().path("components"))
                        .toList();
            case SLACK ->
                slack.messages("papers").stream()
                        .map(message -> JsonMapper.shared()
                                .readTree(message.payload())
                                .path("blocks")
                                .toString())
                        .toList();
        };
    }

    /** An IDENTIFY each: every connection asks for its commands once. */
    private long discordSessions() {
        return discord.exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals("GET") && exchange.route().endsWith("/commands"))
                .count();
    }

    private Process launch() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.paperboy.config.cli.Main",
                "--home",
                home("one").folder().toString(),
                "run");
        builder.environment()
                .putAll(Map.of(
                        "PAPERBOY_DB_URL", postgres.url(),
                        "PAPERBOY_DISCORD_TOKEN", discord.botToken(),
                        "PAPERBOY_DISCORD_REST_URL", discord.restUrl(),
                        "PAPERBOY_DISCORD_GATEWAY_URL", discord.gatewayUrl(),
                        "PAPERBOY_SLACK_BOT_TOKEN", slack.botToken(),
                        "PAPERBOY_SLACK_APP_TOKEN", slack.appToken(),
                        "PAPERBOY_SLACK_API_URL", slack.apiUrl().toString(),
                        "PAPERBOY_SEARCH_BY_MEANING", "false",
                        "PAPERBOY_SOURCES_ARXIV_ENABLED", "false",
                        "PAPERBOY_SOURCES_HUGGINGFACE_ENABLED", "false"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("first.log").toFile())
                .start();
    }

    private Home home(String name) {
        return new Home(folder.resolve(name));
    }

    private void index(String name) {
        try (PaperIndex index = LucenePaperIndex.open(home(name).create().index(), InstantSource.system())) {
            index.add(SamplePapers.all());
        }
    }

    private List<Observation> votes() {
        Instant now = time.instant();
        List<Paper> papers = SamplePapers.all();
        return papers.stream()
                .map(paper -> new Observation(
                        paper.id(),
                        now,
                        "api_daily",
                        Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                        OptionalInt.of(papers.indexOf(paper) + 1),
                        OptionalInt.empty(),
                        OptionalInt.empty()))
                .toList();
    }

    private Settings settings() {
        URI nowhere = URI.create("http://127.0.0.1:9/");
        return new Settings(
                new Settings.Discord(
                        Optional.of(new Secret(discord.botToken())),
                        URI.create(discord.restUrl()),
                        URI.create(discord.gatewayUrl())),
                new Settings.Slack(
                        Optional.of(new Secret(slack.botToken())),
                        Optional.of(new Secret(slack.appToken())),
                        Optional.empty(),
                        Settings.Slack.Mode.SOCKET,
                        slack.apiUrl()),
                new Settings.Http(Optional.empty(), "127.0.0.1"),
                new Settings.Store(Optional.of(postgres.storeUrl())),
                new Settings.Search(false),
                new Settings.Sources(
                        Optional.empty(),
                        new Settings.Sources.Arxiv(
                                false, List.of(), List.of(), Period.ofDays(1), Duration.ofHours(6), nowhere, nowhere),
                        new Settings.Sources.HuggingFace(false, 1, Duration.ofHours(1), nowhere)));
    }
}
