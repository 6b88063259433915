package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Platform;
import dev.paperboy.config.Home;
import dev.paperboy.config.RunningBot;
import dev.paperboy.config.Secret;
import dev.paperboy.config.Settings;
import dev.paperboy.config.Wiring;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot on both stand-ins, of which nobody can tell that they are none, and a clock that is moved by hand. */
abstract class Journeys {

    /** A Monday, before the posting hour. */
    static final Instant MONDAY = Instant.parse("2026-04-20T06:00:00Z");

    static final String ROOM = "papers";

    @TempDir
    Path folder;

    final SettableTime clock = new SettableTime(MONDAY);
    final DiscordSandbox discord = new DiscordSandbox(clock);
    final SlackSandbox slack = new SlackSandbox(clock);
    RunningBot bot;
    List<Desk> desks;

    @BeforeEach
    void start() {
        discord.start();
        slack.start(0);
        bot = Wiring.start(new Home(folder), settings(), clock);
        bot.index().add(SamplePapers.all());
        bot.store().observations().record(votes());
        desks = List.of(
                new DiscordDesk(discord, bot.bot().commandLine()),
                new SlackDesk(slack, bot.bot().commandLine()));
        connect();
    }

    void connect() {
        await().atMost(Duration.ofSeconds(60)).until(() -> desks.stream().allMatch(Desk::online));
    }

    @AfterEach
    void stop() {
        bot.close();
        desks.forEach(Desk::close);
        discord.assertNoViolations();
        slack.assertNoViolations();
    }

    /** Every paper was listed the day before and has gained votes since; later papers in the list have more. */
    private static List<Observation> votes() {
        List<Observation> seen = new ArrayList<>();
        int upvotes = 5;
        for (Paper paper : SamplePapers.all()) {
            upvotes += 3;
            seen.add(vote(paper, MONDAY.minus(Duration.ofHours(20)), 1));
            seen.add(vote(paper, MONDAY.minus(Duration.ofHours(1)), upvotes));
        }
        return seen;
    }

    private static Observation vote(Paper paper, Instant at, int upvotes) {
        return new Observation(
                paper.id(),
                at,
                "api_daily",
                Optional.of(LocalDate.parse("2026-04-19")),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty());
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
                Settings.Store.IN_HOME,
                new Settings.Search(false),
                new Settings.Sources(
                        Optional.empty(),
                        new Settings.Sources.Arxiv(
                                false, List.of(), List.of(), Period.ofDays(1), Duration.ofHours(6), nowhere, nowhere),
                        new Settings.Sources.HuggingFace(false, 1, Duration.ofHours(1), nowhere)));
    }

    void restart() {
        bot.close();
        await().until(() -> desks.stream().noneMatch(Desk::online));
        begin();
    }

    void begin() {
        bot = Wiring.start(new Home(folder), settings(), clock);
        connect();
    }

    void moveTo(Instant instant) throws InterruptedException {
        clock.set(instant);
        bot.clockwork().runDueNow();
    }

    Desk desk(Platform platform) {
        return desks.stream()
                .filter(desk -> desk.platform() == platform)
                .findFirst()
                .orElseThrow();
    }

    Person person(Platform platform, String name) {
        return desk(platform).person(name);
    }

    Room room(Platform platform) {
        return desk(platform).room(ROOM);
    }

    Outcome say(Platform platform, String who, String line) {
        return desk(platform).command(person(platform, who), room(platform), line);
    }

    void react(Platform platform, String who, Seen message, boolean remove) {
        desk(platform).react(person(platform, who), room(platform), message.id(), "🔖", remove);
    }

    /** Slack tries for minutes to deliver it, so nobody waits until that is done. */
    void reactWhileNobodyListens(Platform platform, String who, Seen message) {
        if (platform == Platform.DISCORD) {
            react(platform, who, message, false);
        } else {
            var _ = slack.react(person(platform, who).id(), room(platform).id(), message.id(), "bookmark");
        }
    }

    /** A reaction is no question: its effect shows a moment later. */
    void eventually(Platform platform, String who, String said) {
        await().untilAsserted(() ->
                assertThat(say(platform, who, "/papers saved").text()).contains(said));
    }

    List<Seen> posts(Platform platform) {
        return desk(platform).messages(room(platform), Optional.empty()).stream()
                .filter(Seen::bot)
                .toList();
    }

    List<String> digests(Platform platform) {
        return posts(platform).stream()
                .map(post -> post.payload().toString())
                .filter(payload -> payload.contains("Trending"))
                .toList();
    }

    String lastSeenByBen(Platform platform) {
        return desk(platform).messages(room(platform), Optional.of(person(platform, "ben"))).stream()
                .filter(Seen::bot)
                .toList()
                .getLast()
                .id();
    }

    List<String> toBen(Platform platform) {
        return switch (platform) {
            case DISCORD ->
                discord.messages(discord.direct("ben").id()).stream()
                        .filter(message -> !message.ephemeral())
                        .map(message -> message.payload().toString())
                        .toList();
            case SLACK ->
                slack.messages("D0BEN").stream()
                        .map(message -> message.payload().toString())
                        .toList();
        };
    }
}
