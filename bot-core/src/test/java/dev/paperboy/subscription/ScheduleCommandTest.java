package dev.paperboy.subscription;

import static dev.paperboy.subscription.SampleSubscriptions.ADA;
import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.Tone;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.feed.ObservationsContract;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.trending.Trending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleCommandTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T12:00:00Z");

    private final SettableTime time = new SettableTime(SUNDAY);
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
    private final InMemoryObservations observations = new InMemoryObservations();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final ScheduleCommand command = new ScheduleCommand(
            subscriptions,
            new Trending(observations),
            index,
            new QueryParser(time),
            time,
            (schedule, at) -> Notice.info("preview of " + schedule.id(), ""));
    private final CommandLine lines = new CommandLine(new CommandCatalogue("papers", List.of(ScheduleCommand.SPEC)));

    private Notice ask(String line) {
        assertThat(lines.read("schedule " + line)).isInstanceOf(CommandLine.Understood.class);
        return lines.read("schedule " + line) instanceof CommandLine.Understood(Request request)
                ? ask(request)
                : Notice.failure(line, "");
    }

    private Notice ask(Request request) {
        Reply reply =
                command.answer(new CommandCall(request, ADA, GENERAL, Set.of(Right.MANAGE_CHANNEL), Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        assertThat(reply.content()).isInstanceOf(Notice.class);
        return (Notice) reply.content();
    }

    private Notice click(Notice notice, String label) {
        Button button = notice.buttons().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        return ask(((Button.Ask) button).request());
    }

    private Subscription kept() {
        return subscriptions.in(GENERAL).orElseThrow();
    }

    @Test
    void aFirstScheduleSaysEverythingThatItTookForGranted() {
        Notice answer = ask("09:00");

        assertThat(answer.tone()).isEqualTo(Tone.DONE);
        assertThat(answer.text())
                .isEqualTo("Every weekday at 09:00 (UTC): 5 trending papers. Next post: Mon 23 Nov 09:00.");
        assertThat(answer.hint()).contains("UTC").contains("zone:Europe/Berlin");
        assertThat(subscriptions.due(EnumSet.allOf(Platform.class), Instant.parse("2026-11-23T09:00:00Z")))
                .containsExactly(kept());
    }

    @Test
    void aFullScheduleIsRepeatedInPlainWords() {
        Notice answer = ask("time:09:00 zone:Europe/Berlin days:mon,wed,fri count:1 quiet:silent cs.CL -survey");

        assertThat(answer.text())
                .isEqualTo("Every Monday, Wednesday and Friday at 09:00 (Europe/Berlin): 1 trending paper about cs.CL"
                        + " without survey. On days without any I stay silent. Next post: Mon 23 Nov 09:00.");
        assertThat(answer.hint()).isEmpty();
        assertThat(kept().topic()).isEqualTo(new Topic("cs.CL -survey"));
        assertThat(kept().madeBy()).isEqualTo(ADA);
    }

    @Test
    void whatIsGivenIsChangedAndTheRestStays() {
        ask("09:00 Europe/Berlin count:3 topic:cs.CL -survey");

        Notice answer = ask("17:30");

        assertThat(answer.text())
                .isEqualTo("Every weekday at 17:30 (Europe/Berlin): 3 trending papers about cs.CL without survey."
                        + " Next post: Mon 23 Nov 17:30.");
        assertThat(click(answer, "Undo").text()).contains("at 09:00 (Europe/Berlin): 3 trending papers about cs.CL");
    }

    @Test
    void everythingTakesTheTopicAway() {
        ask("09:00 topic:cs.CL -survey");

        Notice answer = ask("topic:Everything");

        assertThat(answer.text()).contains(": 5 trending papers. Next");
        assertThat(click(answer, "Undo").text()).contains("about cs.CL without survey");
    }

    @Test
    void offPausesKeepsTheSettingsAndCanBeUndone() {
        ask("09:00 Europe/Berlin count:3");

        Notice paused = ask("state:off");

        assertThat(paused.text()).contains("3 trending papers").contains("paused");
        assertThat(kept().active()).isFalse();
        assertThat(subscriptions.due(EnumSet.allOf(Platform.class), SUNDAY.plusSeconds(9_000_000)))
                .isEmpty();
        assertThat(click(paused, "Resume").text()).contains("Next post: Mon 23 Nov 09:00.");
        assertThat(kept().active()).isTrue();
    }

    @Test
    void withoutOptionsItShowsWhatStandsAndHowToChangeIt() {
        Notice nothing = ask("");
        assertThat(nothing.text()).isEqualTo("Nothing is scheduled in this channel.");
        assertThat(nothing.hint()).contains("/papers schedule 09:00");
        assertThat(click(nothing, "Weekdays at 09:00 UTC").tone()).isEqualTo(Tone.DONE);

        subscriptions.noteError(kept().id(), Optional.of("The post of 2026-11-20 was refused."));
        Notice shown = ask("");
        assertThat(shown.text()).contains("Every weekday at 09:00").endsWith("The post of 2026-11-20 was refused.");
        assertThat(shown.hint()).contains("/papers schedule time:");
        assertThat(click(shown, "Pause").text()).contains("paused");
    }

    @Test
    void severalCategoriesReadAsOneOrTheOther() {
        assertThat(ask("09:00 UTC topic:cs.CL cs.LG \"chain of thought\" -survey -benchmark")
                        .text())
                .contains("about cs.CL or cs.LG \"chain of thought\" without survey or benchmark.");
    }

    @Test
    void pausingNothingIsSaidSo() {
        assertThat(ask("state:off").text()).isEqualTo("Nothing is scheduled in this channel.");
        assertThat(subscriptions.in(GENERAL)).isEmpty();
    }

    @Test
    void aDayThatHadItsPostHasNoSecond() {
        ask("09:00");
        subscriptions.advance(kept().id(), LocalDate.parse("2026-11-23"), Instant.parse("2026-11-24T09:00:00Z"));
        time.set(Instant.parse("2026-11-23T10:00:00Z"));

        assertThat(ask("11:00").text()).endsWith("Next post: Tue 24 Nov 11:00.");
    }

    @Test
    void aTopicWithoutAnythingToLookForIsRefused() {
        assertThat(ask("09:00 topic:the of and").tone()).isEqualTo(Tone.PROBLEM);
        assertThat(ask("09:00 topic:?!?!").tone()).isEqualTo(Tone.PROBLEM);
        assertThat(subscriptions.in(GENERAL)).isEmpty();
    }

    @Test
    void aTopicThatWouldHaveFoundNothingGetsAHint() {
        index.add(List.of(
                Paper.of(ObservationsContract.ONE, "Diffusion models").withCategories(List.of(new Category("cs.CV")))));
        observations.record(List.of(new Observation(
                ObservationsContract.ONE,
                SUNDAY,
                "api_daily",
                Optional.of(LocalDate.parse("2026-11-22")),
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.empty())));

        assertThat(ask("09:00 UTC topic:cs.CL").hint()).contains("(1 seen)");
        assertThat(ask("topic:cs.CV").hint()).isEmpty();
    }

    @Test
    void whatWasReadKindlyIsSaid() {
        assertThat(ask("09:00 UTC topic:\"large language").hint()).contains("quotation mark");
    }

    @Test
    void aHostileTopicIsOnlyText() {
        String hostile = "@everyone <!channel> <@U123> **bold** `code` '; drop table subscription";

        Notice answer = ask("09:00 UTC topic:" + hostile);

        assertThat(answer.tone()).isEqualTo(Tone.DONE);
        assertThat(kept().topic().text()).isEqualTo(hostile);
    }

    @Test
    void howToCatchUpAndHowLongPapersSettleIsSetAndUndone() {
        ask("09:00");

        Notice changed = ask("catchup:merge settle:24");

        assertThat(kept().manners())
                .isEqualTo(new Manners(Manners.QuietDay.SAY, Manners.CatchUp.MERGE, Duration.ofDays(1)));
        assertThat(changed.text()).contains("known for 24 hours or more", "one post makes up for all days missed");
        click(changed, "Undo");
        assertThat(kept().manners()).isEqualTo(Manners.USUAL);
    }

    @Test
    void aTopicMayHoldTheWordsOfOptions() {
        ask("09:00 topic:late merge skip preview");

        assertThat(kept().topic().text()).isEqualTo("late merge skip preview");
    }

    @Test
    void aPreviewChangesNothing() {
        assertThat(ask("preview").text()).isEqualTo("Nothing is scheduled in this channel.");
        assertThat(subscriptions.in(GENERAL)).isEmpty();

        ask("09:00");
        assertThat(ask("preview").text()).startsWith("preview of schedule/");
        assertThat(click(ask(""), "Preview").text()).startsWith("preview of schedule/");
    }
}
