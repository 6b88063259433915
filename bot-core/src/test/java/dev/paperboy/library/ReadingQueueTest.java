package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.digest.InMemoryPostedPapers;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.reaction.InMemoryStandingReactions;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reading list as somebody works through it. */
class ReadingQueueTest {

    private static final Paper FIRST = SamplePapers.ATTENTION;

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-23T12:00:00Z"));
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final InMemoryNudges nudges = new InMemoryNudges();
    private final InMemoryPostedPapers posted = new InMemoryPostedPapers();
    private final PaperboyBot bot = new PaperboyBot(
            List.of(
                    new SaveCommand(lists, index, clock),
                    new UnsaveCommand(lists, index, clock),
                    new MarkCommand(lists, index, clock),
                    new SavedCommand(lists, nudges, index, new QueryParser(clock), PaperButtons::of, clock)),
            new ReactionRouter(posted, lists, new InMemoryStandingReactions(), clock),
            posted);

    @BeforeEach
    void saveThree() {
        index.add(SamplePapers.all());
        for (Paper paper :
                List.of(FIRST, SamplePapers.all().get(1), SamplePapers.all().get(2))) {
            lists.save(ADA, paper.id(), clock.instant());
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void whatIsReadLeavesTheQueueAndIsFoundAgain() {
        Notice done = (Notice) say("mark " + FIRST.id() + " read");

        assertThat(done.text()).isEqualTo("“" + FIRST.title() + "” is marked as read.");
        PaperList queue = (PaperList) say("saved");
        assertThat(queue.heading()).isEqualTo("Your reading list · 2 to read · 1 read");
        assertThat(queue.papers()).doesNotContain(FIRST.id());
        PaperList read = (PaperList) say("saved state:read");
        assertThat(read.heading()).isEqualTo("Your reading list · read · 1 paper");
        assertThat(read.papers()).containsExactly(FIRST.id());

        click(done.buttons().getFirst());
        assertThat(((PaperList) say("saved")).heading()).isEqualTo("Your reading list · 3 papers");
    }

    @Test
    void aButtonLeadsToAllThatThereIsAndBack() {
        assertThat(labels(say("saved"))).containsExactly("Export");
        say("mark " + FIRST.id() + " read");

        PaperList queue = (PaperList) say("saved");
        assertThat(labels(queue)).containsExactly("Show all", "Export");
        PaperList all = (PaperList)
                answer(((Button.Ask) queue.buttons().getFirst()).request()).content();
        assertThat(all.papers()).hasSize(3).contains(FIRST.id());
        assertThat(labels(all)).containsExactly("Show unread", "Export");
        assertThat(answer(((Button.Ask) all.buttons().getFirst()).request()).content())
                .isEqualTo(queue);
    }

    private static List<String> labels(Content list) {
        return ((PaperList) list).buttons().stream().map(Button::label).toList();
    }

    @Test
    void theOldestComeFirstOnRequest() {
        assertThat(say("saved").papers().getLast()).isEqualTo(FIRST.id());
        assertThat(say("saved sort:oldest").papers().getFirst()).isEqualTo(FIRST.id());
    }

    @Test
    void theButtonOfACardMarksIt() {
        PaperList queue = (PaperList) say("saved");
        PaperCard card = queue.cards().getFirst();
        assertThat(card.buttons()).extracting(Button::label).startsWith("✓ Read", "Remove");

        click(card.buttons().getFirst());

        assertThat(lists.find(ADA, card.paper().id()).orElseThrow().state()).isEqualTo(ReadingState.READ);
        PaperCard read = ((PaperList) say("saved state:read")).cards().getFirst();
        assertThat(read.buttons().getFirst().label()).isEqualTo("To read");
        assertThat(read.why()).endsWith(" · read");
    }

    @Test
    void tagsAndNotesAreShownAndFindTheirPapers() {
        say("mark " + FIRST.id() + " reading #Seq compare with SASRec");

        PaperCard card = ((PaperList) say("saved #seq")).cards().getFirst();
        assertThat(card.paper()).isEqualTo(FIRST);
        assertThat(card.why()).isEqualTo("Saved 23 Nov 2026 · reading · #seq compare with SASRec");
        assertThat(say("saved sasrec").papers()).containsExactly(FIRST.id());
        assertThat(say("saved #seq attention").papers()).containsExactly(FIRST.id());
        assertThat(say("saved title:attention").papers()).containsExactly(FIRST.id());
        assertThat(say("saved #other")).isInstanceOf(Notice.class);
        assertThat(((PaperList) say("saved #seq")).heading()).isEqualTo("Your reading list · “#seq” · 1 paper");
    }

    @Test
    void aNoteTakesThePlaceOfTheOneBeforeAndCanBeUndone() {
        say("mark " + FIRST.id() + " #a first");
        Notice second = (Notice) say("mark " + FIRST.id() + " #b second");
        assertThat(remark()).isEqualTo("#b second");

        click(second.buttons().getFirst());
        assertThat(remark()).isEqualTo("#a first");

        Notice cleared = (Notice) say("mark " + FIRST.id() + " -");
        assertThat(cleared.text()).endsWith("has no note any more.");
        assertThat(remark()).isEmpty();
        click(cleared.buttons().getFirst());
        assertThat(remark()).isEqualTo("#a first");
    }

    @Test
    void markingAPaperThatIsNotOnTheListPutsItThere() {
        Paper other = SamplePapers.all().get(4);

        Notice marked = (Notice) say("mark " + other.id() + " not-interested");

        assertThat(lists.find(ADA, other.id()).orElseThrow().state()).isEqualTo(ReadingState.NOT_INTERESTED);
        assertThat(say("saved").papers()).doesNotContain(other.id());
        click(marked.buttons().getFirst());
        assertThat(lists.contains(ADA, other.id())).isFalse();
    }

    @Test
    void takingAPaperOffCanBeUndoneWithAllThatWasWrittenToIt() {
        say("mark " + FIRST.id() + " reading #seq mine");
        SavedEntry before = lists.find(ADA, FIRST.id()).orElseThrow();
        clock.advance(Duration.ofHours(1));
        Notice removed = (Notice) say("unsave " + FIRST.id());
        assertThat(say("saved state:all").papers()).doesNotContain(FIRST.id());

        click(removed.buttons().getFirst());

        assertThat(lists.find(ADA, FIRST.id())).contains(before);
    }

    @Test
    void whatCannotBeDoneIsSaidKindly() {
        assertThat(((Notice) say("mark " + FIRST.id())).text()).isEqualTo("Say what to mark it with.");
        assertThat(((Notice) say("mark 2401.99999 read")).text()).startsWith("I don't have 2401.99999 yet");
        assertThat(((Notice) say("mark " + FIRST.id() + " " + "x".repeat(501))).tone())
                .isEqualTo(Content.Tone.PROBLEM);
        assertThat(lists.find(ADA, FIRST.id()).orElseThrow().remark()).isEqualTo(Remark.NONE);
        assertThat(((Notice) say("saved state:reading")).text())
                .isEqualTo("Nothing on your reading list is marked as reading.");
        Notice nothing = (Notice) say("saved zzzzqqqq");
        assertThat(nothing.text()).isEqualTo("Nothing on your reading list fits “zzzzqqqq”.");
        assertThat(nothing.hint()).contains("/papers saved state:all");
        assertThat(((Notice) say("saved page:7")).text()).contains("no page 7");
        SamplePapers.all().forEach(paper -> say("mark " + paper.id() + " read"));
        assertThat(((Notice) say("saved")).text()).isEqualTo("There is nothing left to read on your list.");
    }

    private String remark() {
        return lists.find(ADA, FIRST.id()).orElseThrow().remark().text();
    }

    private Content say(String line) {
        return switch (bot.commandLine().read(line)) {
            case CommandLine.Understood(Request request) -> answer(request).content();
            case CommandLine.NotUnderstood(var misread) -> throw new AssertionError(line + ": " + misread);
            case CommandLine.FileWanted wanted -> throw new AssertionError(line + ": " + wanted);
        };
    }

    private void click(Button button) {
        answer(((Button.Ask) button).request());
    }

    private Reply answer(Request request) {
        Reply reply = bot.onCommand(
                new CommandCall(request, ADA, new ChannelRef(Platform.DISCORD, "1", "2"), Set.of(), Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return reply;
    }

    @Test
    void remindersComeAWeekFromNowUntilTheyAreTurnedOff() {
        Notice on = (Notice) say("saved nudge:weekly");
        assertThat(on.text()).startsWith("Once a week");
        assertThat(nudges.next(ADA)).contains(clock.instant().plus(Duration.ofDays(7)));

        say("saved nudge:off");
        assertThat(nudges.next(ADA)).isEmpty();
    }
}
