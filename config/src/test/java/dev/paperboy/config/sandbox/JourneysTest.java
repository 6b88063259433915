package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Platform;
import dev.paperboy.config.Home;
import dev.paperboy.config.RunningBot;
import dev.paperboy.config.Secret;
import dev.paperboy.config.Settings;
import dev.paperboy.config.Wiring;
import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.feed.Arrivals.Arrival;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The journeys of docs/architecture.md through the whole bot, over the wire, on both platforms and over restarts. */
final class JourneysTest {

    /** A Monday, before the posting hour. */
    private static final Instant MONDAY = Instant.parse("2026-04-20T06:00:00Z");

    private static final String ROOM = "papers";

    @TempDir
    Path folder;

    private final SettableTime clock = new SettableTime(MONDAY);
    private final DiscordSandbox discord = new DiscordSandbox(clock);
    private final SlackSandbox slack = new SlackSandbox(clock);
    private RunningBot bot;
    private List<Desk> desks;

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

    private void connect() {
        await().atMost(Duration.ofSeconds(60)).until(() -> desks.stream().allMatch(Desk::online));
    }

    @AfterEach
    void stop() {
        bot.close();
        desks.forEach(Desk::close);
        discord.assertNoViolations();
        slack.assertNoViolations();
    }

    @ParameterizedTest
    @EnumSource
    void aSearchIsAnsweredAndItsPagesTurnAfterARestart(Platform platform) {
        Outcome first = say(platform, "ben", "/papers search diffusion limit:1");
        assertThat(first.ok()).isTrue();
        assertThat(first.ephemeral()).isFalse();
        assertThat(first.text()).contains("“diffusion”");

        restart();
        Seen message = posts(platform).getLast();
        Outcome second = desk(platform).click(person(platform, "ben"), room(platform), message.id(), "Next");

        assertThat(second.ok()).isTrue();
        assertThat(second.text()).contains("2 of 2 for");
        assertThat(posts(platform)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBookmarkUnderAnyPostSavesAndItsRemovalUnsavesOverRestarts(Platform platform) {
        say(platform, "ada", "/papers paper 1706.03762");
        Seen post = posts(platform).getLast();

        restart();
        react(platform, "ben", post, false);
        eventually(platform, "ben", "Attention Is All You Need");
        assertThat(say(platform, "ada", "/papers saved").text()).contains("empty");

        restart();
        assertThat(say(platform, "ben", "/papers saved").ephemeral()).isTrue();
        eventually(platform, "ben", "Attention Is All You Need");
        react(platform, "ben", post, true);
        eventually(platform, "ben", "empty");
    }

    /** Discord tells nobody afterwards what happened while the bot was away. */
    @Test
    void bookmarksSetOnDiscordWhileTheBotIsAwayAreCaughtUpWithAndNoneIsRevived() {
        say(Platform.DISCORD, "ada", "/papers paper 1706.03762");
        Seen post = posts(Platform.DISCORD).getLast();
        // The answer is seen a moment before it is noted, and no person is that quick.
        await().until(() ->
                !bot.store().postedPapers().latest(Platform.DISCORD, 1).isEmpty());
        react(Platform.DISCORD, "ada", post, false);
        eventually(Platform.DISCORD, "ada", "Attention Is All You Need");
        say(Platform.DISCORD, "ada", "/papers unsave 1706.03762");

        bot.close();
        await().until(() -> desks.stream().noneMatch(Desk::online));
        react(Platform.DISCORD, "ben", post, false);
        begin();

        eventually(Platform.DISCORD, "ben", "Attention Is All You Need");
        assertThat(say(Platform.DISCORD, "ada", "/papers saved").text()).contains("empty");
    }

    @ParameterizedTest
    @EnumSource
    void theSaveButtonSaves(Platform platform) {
        say(platform, "ben", "/papers paper 1706.03762");
        Seen post = posts(platform).getLast();

        Outcome saved = desk(platform).click(person(platform, "ben"), room(platform), post.id(), "Save");

        assertThat(saved.ephemeral()).isTrue();
        assertThat(saved.text()).contains("Saved “Attention Is All You Need”");
        eventually(platform, "ben", "Attention Is All You Need");
    }

    @ParameterizedTest
    @EnumSource
    void theListComesAsAFileForItsReaderAlone(Platform platform) throws IOException, InterruptedException {
        say(platform, "ben", "/papers save 1706.03762");
        say(platform, "ben", "/papers mark 1706.03762 read #transformers");

        Outcome exported = say(platform, "ben", "/papers export");

        assertThat(exported.ok()).isTrue();
        assertThat(exported.text()).contains("reading list as BibTeX, 1 paper");
        assertThat(posts(platform)).isEmpty();
        JsonNode file =
                await().until(() -> files(platform), found -> !found.isEmpty()).getFirst();
        String bibtex = fetched(
                file.path(platform == Platform.DISCORD ? "url" : "url_private").asString());
        assertThat(bibtex)
                .startsWith("@misc{vaswani2017attention,")
                .contains("{\\L}ukasz", "readstatus = {read}", "keywords = {transformers}");

        say(platform, "ben", "/papers unsave 1706.03762");
        Outcome asked = say(platform, "ben", "/papers import");
        assertThat(asked.wants().orElseThrow()).isEqualToIgnoringCase("a BibTeX or CSV file");
        Outcome imported = desk(platform)
                .command(
                        person(platform, "ben"),
                        room(platform),
                        "/papers import",
                        Optional.of(new Handed("mine.bib", bibtex.getBytes(StandardCharsets.UTF_8))));
        assertThat(imported.text()).contains("Put 1 paper of “mine.bib” on your reading list.");
        assertThat(say(platform, "ben", "/papers saved state:read").text()).contains("Attention", "#transformers");
        assertThat(posts(platform)).isEmpty();
    }

    @Test
    void theHomeTabOfSlackShowsTheListAndEditsIt() {
        assertThat(home(Optional.empty()).text()).startsWith("Your reading list is empty.");
        say(Platform.SLACK, "ben", "/papers save 1706.03762");
        assertThat(home(Optional.empty()).text()).contains("Your reading list · 1 paper", "Attention Is All You Need");

        assertThat(home(Optional.of("✓ Read")).text())
                .startsWith("✅ “Attention Is All You Need” is marked as read.")
                .contains("There is nothing left to read on your list.");
        assertThat(home(Optional.of("Undo")).text()).contains("is marked as to read", "Your reading list · 1 paper");
        assertThat(home(Optional.of("Remove")).text()).contains("Your reading list is empty.");
        assertThat(home(Optional.of("Undo")).text()).contains("Your reading list · 1 paper");
        assertThat(posts(Platform.SLACK)).isEmpty();
    }

    private Outcome home(Optional<String> button) {
        return desk(Platform.SLACK).home(person(Platform.SLACK, "ben"), button).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksForItIsRemindedOfTheirListOnceAWeekOverARestart(Platform platform) throws InterruptedException {
        say(platform, "ben", "/papers save 1706.03762");
        assertThat(say(platform, "ben", "/papers saved nudge:weekly").text()).contains("Once a week");

        moveTo(MONDAY.plus(Duration.ofDays(7)));
        restart();
        moveTo(MONDAY.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(3)));
        moveTo(MONDAY.plus(Duration.ofDays(8)));

        assertThat(toBen(platform))
                .singleElement()
                .asString()
                .contains("Still to read on your list", "Saved 20 Apr 2026", "Attention Is All You Need");
    }

    @ParameterizedTest
    @EnumSource
    void aCodeOfOnePlatformJoinsTheListsOfBoth(Platform here) {
        Platform there = here == Platform.DISCORD ? Platform.SLACK : Platform.DISCORD;
        say(here, "ben", "/papers save 1706.03762");
        say(there, "ben", "/papers save 1904.06690");
        Outcome offered = say(here, "ben", "/papers link");
        assertThat(offered.ephemeral()).isTrue();
        String code = offered.text().replaceAll("(?s).*Your code is (\\S{9})\\..*", "$1");

        Outcome question = say(there, "ben", "/papers link " + code);
        assertThat(question.text()).contains("Link this account with").contains("on " + here.title());
        Outcome linked = desk(there).click(person(there, "ben"), room(there), lastSeenByBen(there), "Link");

        assertThat(linked.text()).contains("one reading list");
        for (Platform platform : Platform.values()) {
            assertThat(say(platform, "ben", "/papers saved").text())
                    .contains("Attention Is All You Need", "BERT4Rec", "2 papers");
        }
        assertThat(say(there, "ada", "/papers link " + code).text()).contains("cannot be used");

        restart();
        say(there, "ben", "/papers mark 1706.03762 read");
        say(here, "ben", "/papers unlink");
        say(here, "ben", "/papers unsave 1904.06690");
        assertThat(say(here, "ben", "/papers saved state:all").text())
                .contains("Attention Is All You Need", "read")
                .doesNotContain("BERT4Rec");
        assertThat(say(there, "ben", "/papers saved state:all").text())
                .contains("Attention Is All You Need", "BERT4Rec");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasAllDeletedLeavesNoTraceAndTheirOldBookmarkBringsNothingBack(Platform platform) throws IOException {
        say(platform, "ada", "/papers paper 1706.03762");
        Seen post = posts(platform).getLast();
        react(platform, "ben", post, false);
        eventually(platform, "ben", "Attention Is All You Need");
        say(platform, "ben", "/papers mark 1706.03762 reading private thoughts");
        say(platform, "ben", "/papers watch for:me keep:yes -- zeppelin");
        assertThat(say(platform, "ben", "/papers privacy").text())
                .contains("1 paper on your reading list", "1 reaction", "1 watch");
        assertThat(filesThatMention(person(platform, "ben").id())).isNotEmpty();
        assertThat(filesThatMention("private thoughts")).isNotEmpty();

        say(platform, "ben", "/papers privacy delete");
        Outcome gone = desk(platform)
                .click(person(platform, "ben"), room(platform), lastSeenByBen(platform), "Delete everything");

        assertThat(gone.text()).contains("is deleted");
        assertThat(filesThatMention(person(platform, "ben").id())).isEmpty();
        assertThat(filesThatMention("private thoughts")).isEmpty();

        bot.close();
        await().until(() -> desks.stream().noneMatch(Desk::online));
        reactWhileNobodyListens(platform, "ada", post);
        begin();
        eventually(platform, "ada", "Attention Is All You Need");
        assertThat(say(platform, "ben", "/papers saved").text()).contains("empty");
        assertThat(say(platform, "ben", "/papers privacy").text()).contains("nothing about you");
    }

    private String lastSeenByBen(Platform platform) {
        return desk(platform).messages(room(platform), Optional.of(person(platform, "ben"))).stream()
                .filter(Seen::bot)
                .toList()
                .getLast()
                .id();
    }

    /** Of all that the bot has on the disk. */
    private List<Path> filesThatMention(String text) throws IOException {
        List<Path> mentioning = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    mentioning.add(file);
                }
            }
        }
        return mentioning;
    }

    /** What Ben can open: on Slack in his conversation with the bot. */
    private List<JsonNode> files(Platform platform) {
        Person ben = person(platform, "ben");
        List<Room> rooms = platform == Platform.DISCORD
                ? List.of(room(platform))
                : desk(platform).rooms().stream()
                        .filter(room -> room.person().isPresent())
                        .toList();
        return rooms.stream()
                .flatMap(room -> desk(platform).messages(room, Optional.of(ben)).stream())
                .flatMap(seen -> Stream.of("attachments", "files")
                        .flatMap(list -> seen.payload().path(list).valueStream()))
                .toList();
    }

    private static String fetched(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSchedulePostsOnceADayAndNoPaperTwiceOverRestarts(Platform platform) throws InterruptedException {
        Outcome set = say(platform, "ada", "/papers schedule time:09:00 zone:Europe/Berlin days:daily count:2");
        assertThat(set.ok()).isTrue();
        assertThat(set.text()).contains("09:00").contains("Europe/Berlin");

        restart();
        moveTo(MONDAY.plus(Duration.ofHours(1)));
        assertThat(digests(platform)).hasSize(2);

        restart();
        moveTo(MONDAY.plus(Duration.ofHours(2)));
        assertThat(digests(platform)).hasSize(2);

        moveTo(MONDAY.plus(Duration.ofHours(25)));
        List<String> four = digests(platform);
        assertThat(four).hasSize(4);
        assertThat(SamplePapers.all().stream()
                        .map(Paper::title)
                        .filter(title -> four.stream()
                                        .filter(post -> post.contains(title))
                                        .count()
                                > 1))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPaperThatIsWatchedForIsToldToTheChannelAndToAPersonOnceOverARestart(Platform platform)
            throws InterruptedException {
        Outcome preview = say(platform, "ada", "/papers watch zeppelin");
        assertThat(preview.ephemeral()).isTrue();
        assertThat(preview.text()).contains("No paper of the last 30 days fits “zeppelin”.");
        assertThat(say(platform, "ada", "/papers watch for:channel keep:yes -- zeppelin")
                        .text())
                .contains("I will post here");
        assertThat(say(platform, "ben", "/papers watch for:me keep:yes -- zeppelin")
                        .text())
                .contains("I will write to you");
        assertThat(say(platform, "ben", "/papers watch for:channel keep:yes -- x")
                        .text())
                .contains("Only those who may manage");

        Paper paper = Paper.of(new PaperId("2604.12345"), "Zeppelin @everyone <!channel>")
                .withPublished(MONDAY);
        bot.arrivals().arrived(List.of(new Arrival(Optional.empty(), paper)));
        bot.index().add(List.of(paper));
        restart();
        moveTo(MONDAY.plus(Duration.ofMinutes(3)));

        assertThat(posts(platform).getLast().payload().toString())
                .contains("New paper that this channel watches for", "Fits “zeppelin”", "Zeppelin");
        assertThat(calls(posts(platform).getLast().payload())).isEmpty();
        assertThat(toBen(platform)).singleElement().asString().contains("New paper that you watch for", "Zeppelin");

        Room conversation = desk(platform).rooms().stream()
                .filter(room -> room.person().isPresent())
                .findFirst()
                .orElseThrow();
        String alert = desk(platform)
                .messages(conversation, Optional.of(person(platform, "ben")))
                .getLast()
                .id();
        assertThat(desk(platform)
                        .click(person(platform, "ben"), conversation, alert, "Watches")
                        .text())
                .contains("What is watched", "for you, since");

        int standing = posts(platform).size();
        restart();
        bot.arrivals().arrived(List.of(new Arrival(Optional.empty(), paper)));
        moveTo(MONDAY.plus(Duration.ofMinutes(10)));
        assertThat(posts(platform)).hasSize(standing);
        assertThat(toBen(platform)).hasSize(1);
    }

    @Test
    void aRightThatIsTakenAwayIsNamedByStatusAndIsGoneWhenItIsBack() {
        assertThat(say(Platform.DISCORD, "ben", "/papers status").text()).doesNotContain("I lack");
        discord.inject(DiscordFault.REVOKE_SEND.once().in(ROOM));
        await().untilAsserted(() -> assertThat(
                        say(Platform.DISCORD, "ben", "/papers status").text())
                .contains("In this channel I lack: Send Messages."));
        discord.inject(DiscordFault.RESTORE_SEND.once().in(ROOM));
        await().untilAsserted(() -> assertThat(
                        say(Platform.DISCORD, "ben", "/papers status").text())
                .doesNotContain("I lack"));

        assertThat(say(Platform.SLACK, "ben", "/papers status").text()).doesNotContain("I lack");
        slack.kick(ROOM);
        assertThat(say(Platform.SLACK, "ben", "/papers status").text())
                .contains("In this channel I lack: membership (/invite @Paperboy).");
        assertThat(say(Platform.SLACK, "ada", "/papers schedule 09:00").text()).contains("I still lack");
    }

    private List<String> toBen(Platform platform) {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/papers search \"unbalanced attention | “\"unbalanced attention”",
                "/papers search the of | only words that stand in every paper",
                "/papers search 注意 | Nothing found for “注意”",
                "/papers search 🔖🔖 | 🔖",
                "/papers paper 2401.99999 | I don't have 2401.99999 yet",
                "/papers paper nonsense | “nonsense” is no paper",
                "/papers schedule time:25:00 | “25:00” is no time of day",
                "/papers schedule zone:Mars/Olympus | “Mars/Olympus” is no time zone",
                "/papers serch cats | “serch”",
                "/papers search | needs",
            })
    void badInputIsAnsweredClearlyOnBothPlatforms(String line, String said) {
        for (Platform platform : Platform.values()) {
            assertThat(say(platform, "ada", line).text()).as("%s", platform).contains(said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotManageTheChannelMayNotScheduleThere(Platform platform) {
        assertThat(say(platform, "ben", "/papers schedule time:09:00").text()).containsIgnoringCase("manage");
        assertThat(posts(platform)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aVeryLongQueryIsAnswered(Platform platform) {
        Outcome long4000 = say(
                platform,
                "ben",
                "/papers search " + "diffusion model ".repeat(249).strip());

        assertThat(long4000.ok()).isTrue();
        assertThat(long4000.text()).contains("The query was very long: only its beginning was searched.");
    }

    @ParameterizedTest
    @EnumSource
    void hostileTitlesFireNothing(Platform platform) {
        for (Paper paper : SamplePapers.all()) {
            assertThat(say(platform, "ben", "/papers paper " + paper.id()).ok())
                    .as("%s", paper.id())
                    .isTrue();
        }
        for (Seen post : posts(platform)) {
            assertThat(post.payload().path("mention_everyone").asBoolean(false)).isFalse();
            assertThat(post.payload().path("mentions").valueStream()).isEmpty();
            assertThat(calls(post.payload())).isEmpty();
        }
    }

    /** What would wake a channel on Slack; in plain and rich text the same characters are only shown. */
    private static List<String> calls(JsonNode node) {
        List<String> found = new ArrayList<>();
        String type = node.path("type").asString("");
        boolean isMarkup = type.equals("mrkdwn") || type.equals("markdown") || type.equals("message");
        if ((isMarkup && node.path("text").asString("").contains("<!"))
                || type.equals("broadcast")
                || type.equals("usergroup")) {
            found.add(node.toString());
        }
        node.valueStream().forEach(child -> found.addAll(calls(child)));
        return found;
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

    private void restart() {
        bot.close();
        await().until(() -> desks.stream().noneMatch(Desk::online));
        begin();
    }

    private void begin() {
        bot = Wiring.start(new Home(folder), settings(), clock);
        connect();
    }

    private void moveTo(Instant instant) throws InterruptedException {
        clock.set(instant);
        bot.clockwork().runDueNow();
    }

    private Desk desk(Platform platform) {
        return desks.stream()
                .filter(desk -> desk.platform() == platform)
                .findFirst()
                .orElseThrow();
    }

    private Person person(Platform platform, String name) {
        return desk(platform).person(name);
    }

    private Room room(Platform platform) {
        return desk(platform).room(ROOM);
    }

    private Outcome say(Platform platform, String who, String line) {
        return desk(platform).command(person(platform, who), room(platform), line);
    }

    private void react(Platform platform, String who, Seen message, boolean remove) {
        desk(platform).react(person(platform, who), room(platform), message.id(), "🔖", remove);
    }

    /** Slack tries for minutes to deliver it, so nobody waits until that is done. */
    private void reactWhileNobodyListens(Platform platform, String who, Seen message) {
        if (platform == Platform.DISCORD) {
            react(platform, who, message, false);
        } else {
            var _ = slack.react(person(platform, who).id(), room(platform).id(), message.id(), "bookmark");
        }
    }

    /** A reaction is no question: its effect shows a moment later. */
    private void eventually(Platform platform, String who, String said) {
        await().untilAsserted(() ->
                assertThat(say(platform, who, "/papers saved").text()).contains(said));
    }

    private List<Seen> posts(Platform platform) {
        return desk(platform).messages(room(platform), Optional.empty()).stream()
                .filter(Seen::bot)
                .toList();
    }

    private List<String> digests(Platform platform) {
        return posts(platform).stream()
                .map(post -> post.payload().toString())
                .filter(payload -> payload.contains("Trending"))
                .toList();
    }
}
