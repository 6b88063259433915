package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Platform;
import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.feed.Arrivals.Arrival;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The journeys of docs/architecture.md through the whole bot, over the wire, on both platforms and over restarts. */
final class JourneysTest extends Journeys {

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
    void aChannelPicksWhatMostWantAndDiscussesItInAThread(Platform platform) throws InterruptedException {
        assertThat(say(platform, "ben", "/papers club").text()).contains("Nothing is waiting to be discussed");
        say(platform, "ada", "/papers paper 1904.06690");
        Seen one = posts(platform).getLast();
        say(platform, "ada", "/papers paper 1706.03762");
        Seen other = posts(platform).getLast();
        noted(platform, 2);
        react(platform, "ben", one, false);
        eventually(platform, "ben", "BERT4Rec");
        react(platform, "ben", other, false);
        react(platform, "ada", other, false);
        eventually(platform, "ada", "Attention Is All You Need");
        eventually(platform, "ben", "Attention Is All You Need");

        restart();
        Outcome list = say(platform, "ben", "/papers club");
        assertThat(list.ephemeral()).isFalse();
        assertThat(list.text())
                .containsSubsequence("Attention", "Wanted by 2 people", "BERT4Rec", "Wanted by 1 person");
        assertThat(say(platform, "ada", "/papers club join").ephemeral()).isTrue();

        Outcome picked = say(platform, "ben", "/papers club pick thu 16:00 Europe/Berlin");
        assertThat(picked.text()).contains("we discuss this next", "Attention", "ada and 1 more");
        String when = platform == Platform.DISCORD ? "<t:1776952800:F>" : "Thu 23 Apr 2026, 14:00 UTC";
        assertThat(picked.text()).contains(when);
        await().untilAsserted(() -> assertThat(posts(platform).toString()).contains("Journal club: Attention"));

        restart();
        assertThat(say(platform, "ben", "/papers club").text())
                .contains("BERT4Rec")
                .doesNotContain("Attention");
        say(platform, "ben", "/papers club undo");
        assertThat(say(platform, "ben", "/papers club").text()).contains("Attention");
    }

    /** An answer is seen a moment before it is noted, and no person is that quick. */
    private void noted(Platform platform, int answers) {
        await().until(() -> bot.store().postedPapers().latest(platform, answers).size() == answers);
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
}
