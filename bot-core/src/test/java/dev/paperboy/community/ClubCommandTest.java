package dev.paperboy.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Meeting;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.PaperButtons;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClubCommandTest {

    private static final ChannelRef PAPERS = new ChannelRef(Platform.DISCORD, "900", "1");
    private static final Paper FIRST = SamplePapers.ATTENTION;
    private static final Paper SECOND = SamplePapers.BERT4REC;

    /** A Sunday. */
    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-29T12:00:00Z"));

    private final InMemoryPaperIndex index = InMemoryPaperIndex.of(SamplePapers.all());

    @TempDir
    Path home;

    private Store store;
    private PaperboyBot bot;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("paperboy.db"));
        ReactionRouter reactions =
                new ReactionRouter(store.postedPapers(), store.readingLists(), store.standingReactions(), clock);
        bot = new PaperboyBot(
                List.of(
                        new MarkCommand(store.readingLists(), index, clock),
                        new ClubCommand(store.journalClub(), index, PaperButtons::of, clock)),
                reactions,
                store.postedPapers());
        store.postedPapers().record(post(FIRST), List.of(FIRST.id()), Occasion.DIGEST);
        store.postedPapers().record(post(SECOND), List.of(SECOND.id()), Occasion.DIGEST);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static MessageRef post(Paper paper) {
        return new MessageRef(PAPERS, paper.id().value());
    }

    private static UserRef person(String name) {
        return new UserRef(Platform.DISCORD, "", name);
    }

    private void bookmark(String who, Paper paper) {
        bot.onReaction(new ReactionChange(person(who), post(paper), Emoji.BOOKMARK, true));
    }

    @Test
    void anEmptyClubSaysHowToFillIt() {
        for (String line : List.of("club", "club pick", "club page:2")) {
            Reply reply = say("ada", line);
            assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
            assertThat(((Notice) reply.content()).text())
                    .isEqualTo("Nothing is waiting to be discussed in this channel.");
        }
        assertThat(((Notice) say("ada", "club undo").content()).text())
                .isEqualTo("No paper has been picked in this channel.");
    }

    @Test
    void whatMostWantComesFirstAndNobodyIsNamedUnasked() {
        bookmark("ada", SECOND);
        bookmark("ada", FIRST);
        bookmark("ben", FIRST);

        Reply reply = say("cleo", "club");

        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.EVERYONE);
        PaperList list = (PaperList) reply.content();
        assertThat(list.papers()).containsExactly(FIRST.id(), SECOND.id());
        assertThat(list.cards()).extracting(PaperCard::why).containsExactly("Wanted by 2 people", "Wanted by 1 person");
        assertThat(list.buttons()).extracting(Button::label).containsExactly("Pick the most wanted", "Join");
    }

    @Test
    void whoJoinsIsNamedAndCountedUntilTheyLeave() {
        bookmark("ada", FIRST);
        say("cleo", "mark 1706.03762 to-read");
        Notice joined = (Notice) say("cleo", "club join").content();
        assertThat(why()).isEqualTo("Wanted by 2 people: cleo and 1 more");

        clock.advance(Duration.ofSeconds(1));
        say("ada", "club join");
        assertThat(why()).isEqualTo("Wanted by cleo, ada");
        say("cleo", "mark 1706.03762 read");
        assertThat(why()).isEqualTo("Wanted by ada");

        say("cleo", "mark 1706.03762 reading");
        click("cleo", joined.buttons().getFirst());
        assertThat(why()).isEqualTo("Wanted by ada");
        assertThat(((Notice) say("cleo", "club leave").content()).text()).startsWith("You are not in the journal club");
    }

    private String why() {
        return ((PaperList) say("ben", "club").content()).cards().getFirst().why();
    }

    @Test
    void ofManyMembersThreeAreNamed() {
        for (String name : List.of("ada", "ben", "cleo", "dora", "emil")) {
            say(name, "club join");
            bookmark(name, FIRST);
        }

        assertThat(why()).isEqualTo("Wanted by 5 people: ada, ben, cleo and 2 more");
    }

    @Test
    void theMostWantedIsPickedSaysWhenAndHasAThread() {
        bookmark("ada", FIRST);
        bookmark("ben", FIRST);
        bookmark("ada", SECOND);

        Reply reply = say("ada", "club pick thu 16:00 Europe/Berlin");

        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.EVERYONE);
        assertThat(reply.thread()).contains("Journal club: Attention Is All You Need");
        Meeting meeting = (Meeting) reply.content();
        assertThat(meeting.at()).contains(Instant.parse("2026-12-03T15:00:00Z"));
        assertThat(meeting.card().heading()).isEqualTo("Journal club · we discuss this next");
        assertThat(meeting.card().why()).isEqualTo("Wanted by 2 people");
        assertThat(meeting.papers()).containsExactly(FIRST.id());

        clock.set(Instant.parse("2026-12-03T15:00:00Z"));
        Meeting next = (Meeting) say("ben", "club pick").content();
        assertThat(next.papers()).containsExactly(SECOND.id());
        assertThat(next.at()).as("as the last time").contains(Instant.parse("2026-12-10T15:00:00Z"));
        assertThat(say("ben", "club pick").content()).isInstanceOf(Notice.class);
    }

    @Test
    void whoClicksTwicePicksOnePaper() {
        bookmark("ada", FIRST);
        bookmark("ada", SECOND);
        say("ada", "club pick");

        Reply again = say("ben", "club pick");
        assertThat(again.visibility()).isEqualTo(Reply.Visibility.ASKER);
        assertThat(((Notice) again.content()).text()).isEqualTo("“Attention Is All You Need” has just been picked.");

        clock.advance(Duration.ofMinutes(1));
        assertThat(say("ben", "club pick").content().papers()).containsExactly(SECOND.id());
    }

    @Test
    void withoutADateNoneIsMadeUp() {
        bookmark("ada", FIRST);

        assertThat(((Meeting) say("ada", "club pick").content()).at()).isEmpty();
    }

    @Test
    void aPickIsTakenBack() {
        bookmark("ada", FIRST);
        say("ada", "club pick");

        Notice undone = (Notice) say("ada", "club undo").content();

        assertThat(undone.text()).isEqualTo("“Attention Is All You Need” is no longer picked.");
        assertThat(((Meeting) say("ada", "club pick").content()).papers()).containsExactly(FIRST.id());
    }

    @Test
    void aPaperThatTheIndexLostIsStillWanted() {
        store.postedPapers().record(new MessageRef(PAPERS, "9"), List.of(new PaperId("2001.00001")), Occasion.DIGEST);
        bot.onReaction(new ReactionChange(person("ada"), new MessageRef(PAPERS, "9"), Emoji.BOOKMARK, true));

        assertThat(((PaperList) say("ada", "club").content())
                        .cards()
                        .getFirst()
                        .paper()
                        .title())
                .isEqualTo("2001.00001");
    }

    @Test
    void aDateAloneIsNoPick() {
        bookmark("ada", FIRST);

        assertThat(((Notice) say("ada", "club thu 16:00").content()).hint()).contains("/papers club pick");
        assertThat(((PaperList) say("ada", "club").content()).papers()).containsExactly(FIRST.id());
    }

    @Test
    void inAConversationThereIsNoClub() {
        Reply reply = bot.onCommand(new CommandCall(
                request("club"),
                person("ada"),
                ChannelRef.with(new UserRef(Platform.DISCORD, "", "ada")),
                Set.of(),
                Optional.empty()));

        assertThat(((Notice) reply.content()).text()).isEqualTo("A journal club belongs to a channel.");
    }

    private Reply say(String who, String line) {
        return answer(who, request(line));
    }

    private void click(String who, Button button) {
        Content _ = answer(who, ((Button.Ask) button).request()).content();
    }

    private Reply answer(String who, Request request) {
        return bot.onCommand(new CommandCall(request, person(who), PAPERS, Set.of(), Optional.empty(), List.of(), who));
    }

    private Request request(String line) {
        return switch (bot.commandLine().read(line)) {
            case CommandLine.Understood(Request request) -> request;
            case CommandLine.NotUnderstood(var misread) -> throw new AssertionError(line + ": " + misread);
            case CommandLine.FileWanted wanted -> throw new AssertionError(line + ": " + wanted);
        };
    }
}
