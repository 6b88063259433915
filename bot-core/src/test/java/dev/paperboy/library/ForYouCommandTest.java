package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static dev.paperboy.library.ReadingListsContract.SLACK_ADA;
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
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.digest.InMemoryPostedPapers;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.InMemoryStandingReactions;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.SettableTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForYouCommandTest {

    private static final ChannelRef PAPERS = new ChannelRef(Platform.DISCORD, "900", "1");
    private static final Paper LIKED = paper(0, "Diffusion models for images");
    private static final Paper SOIL = paper(99, "Soil chemistry");

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-29T12:00:00Z"));
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final InMemoryImpressions impressions = new InMemoryImpressions();
    private final InMemoryPostedPapers posted = new InMemoryPostedPapers();
    private final PaperboyBot bot = new PaperboyBot(
            List.of(
                    new SaveCommand(lists, index, clock),
                    new UnsaveCommand(lists, index, clock),
                    new MarkCommand(lists, index, clock),
                    new ForYouCommand(
                            lists,
                            impressions,
                            posted::postedIn,
                            index,
                            new QueryParser(clock),
                            PaperButtons::of,
                            clock)),
            new ReactionRouter(posted, lists, new InMemoryStandingReactions(), clock),
            posted);

    private static Paper paper(int number, String title) {
        return Paper.of(new PaperId("2611.%05d".formatted(number)), title)
                .withCategories(List.of(new Category(number % 2 == 0 ? "cs.CV" : "cs.LG")));
    }

    @BeforeEach
    void fill() {
        index.add(List.of(LIKED));
        index.add(IntStream.rangeClosed(1, 12)
                .mapToObj(number -> paper(number, "Diffusion models, part " + number))
                .toList());
        index.add(List.of(SOIL));
    }

    @Test
    void whoSavedNothingIsToldWhatToDo() {
        assertThat(((Notice) say("foryou")).text()).isEqualTo("I don't know yet what you like.");

        lists.save(ADA, LIKED.id(), clock.instant());
        lists.mark(ADA, LIKED.id(), ReadingState.NOT_INTERESTED);
        assertThat(say("foryou")).as("nobody is known by dislikes").isInstanceOf(Notice.class);
    }

    @Test
    void eachPaperSaysWhyItIsHereAndCanBeTurnedAway() {
        lists.save(ADA, LIKED.id(), clock.instant());

        PaperList list = (PaperList) say("foryou");

        assertThat(list.heading()).isEqualTo("For you");
        assertThat(list.cards()).hasSize(5);
        PaperCard card = list.cards().getFirst();
        assertThat(card.why()).isEqualTo("Because you saved “Diffusion models for images”: diffusion, model");
        assertThat(card.buttons())
                .extracting(Button::label)
                .containsExactly("🔖 Save", "Not for me", "Similar", "Open");
        assertThat(list.note()).isEqualTo("By likeness to the paper on your reading list.");

        Notice done = (Notice) click(card.buttons().get(1));
        assertThat(done.text()).endsWith("is marked as not interested.");
        assertThat(lists.find(ADA, card.paper().id()))
                .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(ReadingState.NOT_INTERESTED));
        click(done.buttons().getFirst());
        assertThat(lists.contains(ADA, card.paper().id())).isFalse();
    }

    @Test
    void nothingComesTwiceUntilAskedFor() {
        lists.save(ADA, LIKED.id(), clock.instant());
        PaperList first = (PaperList) say("foryou");
        PaperList second = (PaperList) click(first.buttons().getFirst());
        PaperList third = (PaperList) click(second.buttons().getFirst());

        assertThat(third.cards()).hasSize(2);
        assertThat(join(first, second, third)).hasSize(12).doesNotContain(LIKED.id());
        Notice end = (Notice) say("foryou");
        assertThat(end.text()).isEqualTo("I have nothing more to recommend.");

        PaperList again = (PaperList) click(end.buttons().getFirst());
        assertThat(again.papers()).isEqualTo(first.papers());
        assertThat(((PaperList) say("foryou again")).papers()).isEqualTo(first.papers());
    }

    @Test
    void whatWasSavedTurnedAwayTakenOffOrPostedHereDoesNotCome() {
        lists.save(ADA, LIKED.id(), clock.instant());
        say("save 2611.00001");
        say("mark 2611.00002 not-interested");
        say("save 2611.00003");
        say("unsave 2611.00003");
        posted.assume(PAPERS, new PaperId("2611.00004"));

        Set<PaperId> shown = new HashSet<>();
        while (say("foryou limit:10") instanceof PaperList list) {
            shown.addAll(list.papers());
        }

        assertThat(shown)
                .hasSize(8)
                .doesNotContain(
                        new PaperId("2611.00001"),
                        new PaperId("2611.00002"),
                        new PaperId("2611.00003"),
                        new PaperId("2611.00004"));
    }

    @Test
    void aQueryBoundsIt() {
        lists.save(ADA, LIKED.id(), clock.instant());

        PaperList list = (PaperList) say("foryou limit:2 cat:cs.LG");

        assertThat(list.heading()).isEqualTo("For you · “cat:cs.LG”");
        assertThat(list.cards())
                .hasSize(2)
                .allSatisfy(card -> assertThat(card.paper().categories()).containsExactly(new Category("cs.LG")));
        PaperList more = (PaperList) click(list.buttons().getFirst());
        assertThat(more.cards())
                .hasSize(2)
                .allSatisfy(card -> assertThat(card.paper().categories()).containsExactly(new Category("cs.LG")));

        PaperList read = (PaperList) say("foryou limit:1 diffusion year:soon");
        assertThat(read.note()).as("what was read kindly").contains("soon");
        assertThat(((Notice) say("foryou cat:cs.XX")).text())
                .isEqualTo("I have nothing more to recommend that fits “cat:cs.XX”.");
    }

    @Test
    void onlyOnesOwnListCountsAndNobodyElseSeesIt() {
        lists.save(SLACK_ADA, SOIL.id(), clock.instant());
        lists.save(ADA, LIKED.id(), clock.instant());

        Reply reply = answer(ADA, "foryou");

        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        assertThat(reply.content().papers()).doesNotContain(SOIL.id());
        assertThat(impressions.of(SLACK_ADA)).isEmpty();
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsOtherPapers() throws Exception {
        lists.save(ADA, LIKED.id(), clock.instant());
        List<PaperId> shown = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Content>> clicks = new ArrayList<>();
            for (int click = 0; click < 8; click++) {
                clicks.add(() -> say("foryou limit:2"));
            }
            for (Future<Content> answer : threads.invokeAll(clicks)) {
                shown.addAll(answer.get().papers());
            }
        }

        assertThat(shown).doesNotHaveDuplicates().hasSize(12);
    }

    private static Set<PaperId> join(PaperList... lists) {
        Set<PaperId> papers = new HashSet<>();
        for (PaperList list : lists) {
            assertThat(papers).doesNotContainAnyElementsOf(list.papers());
            papers.addAll(list.papers());
        }
        return papers;
    }

    private Content say(String text) {
        return answer(ADA, text).content();
    }

    private Reply answer(UserRef user, String text) {
        return switch (bot.commandLine().read(text)) {
            case CommandLine.Understood(Request request) -> answer(user, request);
            case CommandLine.NotUnderstood(var misread) -> throw new AssertionError(text + ": " + misread);
            case CommandLine.FileWanted wanted -> throw new AssertionError(text + ": " + wanted);
        };
    }

    private Reply answer(UserRef user, Request request) {
        return bot.onCommand(new CommandCall(request, user, PAPERS, Set.of(), Optional.empty()));
    }

    private Content click(Button button) {
        return answer(ADA, ((Button.Ask) button).request()).content();
    }
}
