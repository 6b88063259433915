package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Reply.Manner;
import dev.paperboy.chat.Reply.Visibility;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.digest.InMemoryPostedPapers;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.InMemoryNudges;
import dev.paperboy.library.InMemoryReadingLists;
import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.SaveCommand;
import dev.paperboy.library.SavedCommand;
import dev.paperboy.library.UnsaveCommand;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.reaction.InMemoryStandingReactions;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.search.PaperCards;
import dev.paperboy.search.PaperCommand;
import dev.paperboy.search.SearchCommand;
import dev.paperboy.search.SimilarCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people can ask of the bot, through its two doors and nothing else. */
class PaperboyBotTest {

    private static final ChannelRef CHANNEL = new ChannelRef(Platform.SLACK, "T1", "C1");
    private static final UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");
    private static final UserRef BEN = new UserRef(Platform.DISCORD, "", "2");
    private static final MessageRef MESSAGE = new MessageRef(CHANNEL, "1.2");

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-04-20T09:00:00Z"));
    private final InMemoryPaperIndex index = InMemoryPaperIndex.of(SamplePapers.all());
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final InMemoryPostedPapers posted = new InMemoryPostedPapers();
    private final QueryParser parser = new QueryParser(clock);
    private final PaperCards cards = new PaperCards(PaperboyBotTest::buttons);
    private final PaperboyBot bot = new PaperboyBot(
            List.of(
                    new SearchCommand(index, parser, cards),
                    new SimilarCommand(index, parser, cards),
                    new PaperCommand(index, parser, cards),
                    new SaveCommand(lists, index, clock),
                    new UnsaveCommand(lists, index, clock),
                    new MarkCommand(lists, index, clock),
                    new SavedCommand(lists, new InMemoryNudges(), index, parser, PaperboyBotTest::buttons, clock)),
            new ReactionRouter(posted, lists, new InMemoryStandingReactions(), clock),
            posted);

    private static List<Button> buttons(PaperId id) {
        return List.of(new Button.Ask("🔖 Save", Request.of(SaveCommand.SPEC).with(SaveCommand.ID, id)));
    }

    @Test
    void aSearchIsAnsweredForEverybody() {
        Reply reply = say(ADA, "/papers search diffusion limit:1");

        assertThat(reply.visibility()).isEqualTo(Visibility.EVERYONE);
        PaperList list = (PaperList) reply.content();
        assertThat(list.heading()).contains("“diffusion”");
        assertThat(list.cards()).hasSize(1);
        assertThat(list.buttons()).extracting(Button::label).containsExactly("Next ›");
    }

    @Test
    void aPagingButtonLeadsOnInTheSameMessageAndSurvivesBeingWrittenDown() {
        PaperList first =
                (PaperList) say(ADA, "/papers search diffusion limit:1").content();
        Request next = ((Button.Ask) first.buttons().getFirst()).request();

        Reply reply = click(ADA, read(next.text()));

        assertThat(reply.manner()).isEqualTo(Manner.REPLACE);
        PaperList second = (PaperList) reply.content();
        assertThat(second.first()).isEqualTo(2);
        assertThat(second.papers()).doesNotContainAnyElementsOf(first.papers());
        assertThat(second.buttons()).extracting(Button::label).contains("‹ Previous");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search the of and | only words that stand in every paper",
                "search \"\" | no word that a paper could hold",
                "search ??? !!! | no word that a paper could hold",
                "search zzzzqqqq | Nothing found for “zzzzqqqq”",
                "search 2999.00001 | Nothing found",
                "search 2401.99999 | I don't have 2401.99999 yet",
                "paper 2401.99999 | I don't have 2401.99999 yet",
                "similar 2401.99999 | I don't have 2401.99999 yet",
                "save 2401.99999 | I don't have 2401.99999 yet",
                "unsave 1706.03762 | is not on your list",
                "saved | Your reading list is empty",
                "saved page:7 | Your reading list is empty",
            })
    void whatCannotBeDoneIsSaidKindlyAndPrivately(String line, String said) {
        Reply reply = say(ADA, line);

        assertThat(reply.visibility()).isEqualTo(Visibility.ASKER);
        assertThat(((Notice) reply.content()).text()).contains(said);
    }

    @Test
    void aFourThousandCharacterQueryIsAnswered() {
        PaperList list = (PaperList)
                say(ADA, "search " + "diffusion models ".repeat(234)).content();

        assertThat(list.heading()).hasSizeLessThan(150);
        assertThat(say(ADA, "search \"unbalanced attention").content()).isInstanceOf(PaperList.class);
    }

    @Test
    void everyRouteToAPaperShowsTheOnePaper() {
        for (String route :
                List.of("1706.03762", "1706.03762v5", "https://arxiv.org/pdf/1706.03762v2", "arXiv:1706.03762")) {
            assertThat(((PaperCard) say(ADA, "paper " + route).content()).paper())
                    .isEqualTo(SamplePapers.ATTENTION);
        }
    }

    @Test
    void savingShowsOnTheSaversListAloneAndCanBeUndone() {
        Notice saved = (Notice) say(ADA, "save 1706.03762").content();

        Reply list = say(ADA, "saved");
        assertThat(list.visibility()).isEqualTo(Visibility.ASKER);
        assertThat(list.content().papers()).containsExactly(SamplePapers.ATTENTION.id());
        assertThat(say(BEN, "saved").content()).isInstanceOf(Notice.class);

        click(ADA, ((Button.Ask) saved.buttons().getFirst()).request());
        assertThat(say(ADA, "saved").content()).isInstanceOf(Notice.class);
    }

    @Test
    void aListLongerThanAPageIsPaged() {
        List<Paper> seven = SamplePapers.all().subList(0, 7);
        seven.forEach(paper -> lists.save(ADA, paper.id(), clock.instant()));

        PaperList first = (PaperList) say(ADA, "saved").content();
        assertThat(first.cards()).hasSize(5);
        assertThat(first.note()).isEqualTo("1–5 of 7");
        PaperList second = (PaperList) say(ADA, "saved page:2").content();
        assertThat(second.cards()).hasSize(2);
        assertThat(second.first()).isEqualTo(6);
    }

    @Test
    void aBookmarkSavesAndItsRemovalUnsavesHoweverOftenItIsDelivered() {
        posted.record(MESSAGE, List.of(SamplePapers.ATTENTION.id()), Occasion.DIGEST);

        react(BEN, Emoji.BOOKMARK, true);
        react(BEN, Emoji.BOOKMARK, true);
        assertThat(say(BEN, "saved").content().papers()).containsExactly(SamplePapers.ATTENTION.id());

        react(BEN, Emoji.BOOKMARK, false);
        react(BEN, Emoji.BOOKMARK, false);
        assertThat(say(BEN, "saved").content()).isInstanceOf(Notice.class);
    }

    @Test
    void underAListAKeycapMeansOnePaperAndABookmarkAll() {
        PaperList list = (PaperList) say(ADA, "search diffusion").content();
        bot.onReplyPosted(MESSAGE, list);

        react(BEN, Emoji.TWO, true);
        assertThat(say(BEN, "saved").content().papers())
                .containsExactly(list.papers().get(1));
        react(BEN, Emoji.BOOKMARK, true);
        assertThat(say(BEN, "saved").content().papers()).containsExactlyInAnyOrderElementsOf(list.papers());
        react(ADA, Emoji.TEN, true);
        react(ADA, Emoji.THUMBS_UP, true);
        assertThat(say(ADA, "saved").content()).isInstanceOf(Notice.class);
    }

    @Test
    void similarPapersAreShownWithTheReasonAndNeverThePaperItself() {
        PaperList list = (PaperList) say(ADA, "similar 2006.11239").content();

        assertThat(list.papers()).isNotEmpty().doesNotContain(new PaperId("2006.11239"));
        assertThat(list.cards().getFirst().why()).startsWith("Both speak of ");
    }

    @Test
    void helpListsTheCommandsAndExplainsOne() {
        Content.Help all = (Content.Help) say(ADA, "").content();
        assertThat(all.entries())
                .extracting(Content.Help.Entry::usage)
                .anyMatch(line -> line.startsWith("/papers search <query>"));

        Content.Help one = (Content.Help) say(ADA, "help search").content();
        assertThat(one.intro()).contains("exact phrases");
        assertThat(one.entries()).extracting(Content.Help.Entry::usage).contains("author:hinton", "sort:new");
        assertThat(((Content.Help) say(ADA, "help nonsense").content()).intro()).contains("no command “nonsense”");
    }

    @Test
    void anUnknownCommandOffersWhatWasMeant() {
        Notice notice = (Notice) say(ADA, "attention is all").content();

        assertThat(notice.text()).contains("“attention”");
        assertThat(notice.buttons()).extracting(Button::label).containsExactly("/papers search attention is all");
    }

    @Test
    void completionsComeByKindOfOption() {
        assertThat(bot.onCompletion(new CompletionCall(SearchCommand.SPEC, SearchCommand.QUERY, "attent", ADA)))
                .extracting(Suggestion::label)
                .contains("Attention Is All You Need");
        assertThat(bot.onCompletion(new CompletionCall(PaperCommand.SPEC, PaperCommand.ID, "attention", ADA)))
                .contains(new Suggestion("Attention Is All You Need", "1706.03762"));
        assertThat(bot.onCompletion(new CompletionCall(PaperCommand.SPEC, PaperCommand.ID, "", ADA)))
                .isEmpty();
    }

    private Reply say(UserRef user, String line) {
        return switch (bot.commandLine().read(line)) {
            case CommandLine.Understood(Request request) -> bot.onCommand(call(user, request, Optional.empty()));
            case CommandLine.NotUnderstood misread -> bot.onMisread(misread.misread());
            case CommandLine.FileWanted wanted -> bot.onMisread(wanted.misread());
        };
    }

    private Request read(String line) {
        return ((CommandLine.Understood) bot.commandLine().read(line)).request();
    }

    private Reply click(UserRef user, Request request) {
        return bot.onCommand(call(user, request, Optional.of(MESSAGE)));
    }

    private static CommandCall call(UserRef user, Request request, Optional<MessageRef> clicked) {
        return new CommandCall(request, user, CHANNEL, Set.of(), clicked);
    }

    private void react(UserRef user, Emoji emoji, boolean added) {
        bot.onReaction(new ReactionChange(user, MESSAGE, emoji, added));
    }
}
