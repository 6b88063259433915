package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What people keep and share, through the whole bot, over the wire, on both platforms and over restarts. */
final class ReadingListJourneysTest extends Journeys {

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

    @ParameterizedTest
    @EnumSource
    void papersAreRecommendedOnceEachOverARestartAndOneIsTurnedAway(Platform platform) {
        assertThat(say(platform, "ben", "/papers foryou").text()).contains("I don't know yet what you like");
        say(platform, "ben", "/papers save 2006.11239");

        Outcome first = say(platform, "ben", "/papers foryou limit:1");
        assertThat(first.ephemeral()).isTrue();
        assertThat(first.text())
                .contains("For you", "Diffusion-LM", "Because you saved “Denoising Diffusion Probabilistic Models”");

        restart();
        assertThat(say(platform, "ben", "/papers foryou limit:10").text()).doesNotContain("Diffusion-LM");
        assertThat(say(platform, "ben", "/papers foryou").text()).contains("nothing more to recommend");
        say(platform, "ben", "/papers foryou limit:1 again");
        Outcome away =
                desk(platform).click(person(platform, "ben"), room(platform), lastSeenByBen(platform), "Not for me");
        assertThat(away.text()).contains("is marked as not interested");
        assertThat(say(platform, "ben", "/papers foryou limit:10 again").text()).doesNotContain("Diffusion-LM");
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
}
