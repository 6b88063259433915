package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Excerpt;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Reply.Visibility;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Request;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /papers search} answers: to good queries, to bad ones, and about the language itself. */
class SearchCommandTest {

    private static final UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");
    private static final UserRef EVE = new UserRef(Platform.SLACK, "T1", "U2");
    private static final ChannelRef CHANNEL = new ChannelRef(Platform.SLACK, "T1", "C1");

    private final QueryParser parser = new QueryParser(InstantSource.fixed(Instant.parse("2026-04-20T09:00:00Z")));
    private final SearchCommand command = searching(SamplePapers.all());

    private SearchCommand searching(List<Paper> papers) {
        return new SearchCommand(InMemoryPaperIndex.of(papers), parser, new PaperCards(_ -> List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | There is nothing to look for.",
                "'\u0000\u202e\u200b' | There is nothing to look for.",
                "the of | holds only words that stand in every paper",
                "the OR of | holds only words that stand in every paper",
                "* | holds no word that a paper could hold",
                "??? | holds no word that a paper could hold",
                "* * | holds no word that a paper could hold",
                "(((((( | holds no word that a paper could hold",
                "\"\"\" | holds no word that a paper could hold",
                "- | holds no word that a paper could hold",
                "-- | holds no word that a paper could hold",
                "- - | holds no word that a paper could hold",
                "\ud83d | There is nothing to look for.",
                "OR OR OR | joins nothing: OR, AND and NOT stand between words",
                "author: | author: needs a name after it, such as author:hinton.",
                "cat: | cat: needs a category after it",
                "id:zzz | id:zzz could not be read and was left out: write id:2404.01234.",
                "year:9999..1 | year:9999..1 could not be read and was left out: write year:2024 or year:2020..2024.",
                "author:author:x | Nothing found for “author:author:x”.",
                "למידה עמוקה | Nothing found for “למידה עמוקה”.",
            })
    void aQueryWithoutAnAnswerIsToldWhy(String query, String said) {
        Notice notice = notice(query);

        assertThat(notice.text()).contains(said);
        assertThat(notice.hint()).isNotBlank();
    }

    @Test
    void anotherScriptIsAnsweredWithWhatToTry() {
        assertThat(notice("למידה עמוקה").hint()).contains("English");
        assertThat(notice("zyzzyva").hint()).doesNotContain("English");
    }

    @Test
    void whatMayHaveBeenMeantIsOffered() {
        SearchCommand three = searching(List.of(
                Paper.of(new PaperId("2605.00001"), "Grahp, a tool for choirs"),
                Paper.of(new PaperId("2605.00002"), "Graph colouring"),
                Paper.of(new PaperId("2605.00003"), "Graph drawing")));

        PaperList list = (PaperList) ask(three, "Grahp").content();

        assertThat(list.note()).isEqualTo("Few papers hold “Grahp”. Did you mean “graph”?");
        assertThat(list.buttons()).singleElement().isInstanceOfSatisfying(Button.Ask.class, button -> {
            assertThat(button.label()).isEqualTo("Search “graph”");
            assertThat(button.request().arguments().get(SearchCommand.QUERY)).isEqualTo("graph");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention OR", "OR attention", "-- attention", "atten\u0000tion attention", "النماذج"})
    void aQueryWithSomethingInItFindsIt(String query) {
        assertThat(list(query).cards()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("huge")
    @Timeout(20)
    void aHugeQueryIsAnsweredShortly(String query) {
        SearchCommand small = searching(List.of(SamplePapers.DIFFUSION_LM));

        assertThat(ask(small, query).content()).isInstanceOfSatisfying(PaperList.class, list -> {
            assertThat(list.heading()).hasSizeLessThan(150);
            assertThat(list.note()).hasSizeLessThan(400);
        });
    }

    static List<String> huge() {
        return List.of(
                "diffusion ".repeat(400),
                "diffusion " + "x".repeat(4_000),
                "diffusion OR ".repeat(10_000) + "b1",
                IntStream.range(0, 10_000).mapToObj(i -> "diffusion w" + i).collect(Collectors.joining(" ")),
                "diffusion " + "-w ".repeat(10_000),
                "diffusion " + "(".repeat(4_000));
    }

    @Test
    void filtersAloneListTheNewestAndSaySo() {
        PaperList list = list("cs.CL");

        assertThat(list.cards())
                .extracting(card -> card.paper().published().orElse(Instant.MIN))
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(list.note()).isEqualTo("Understood: cs.CL · newest first.");
        assertThat(list("-diffusion").note()).isEqualTo("Understood: without diffusion · newest first.");
    }

    @Test
    void anOrderAloneListsAllPapers() {
        PaperList list = list("sort:top");

        int most = SamplePapers.all().stream()
                .mapToInt(paper -> paper.popularity().upvotes())
                .max()
                .orElseThrow();
        Paper first = list.cards().getFirst().paper();
        assertThat(first.popularity().upvotes()).isEqualTo(most);
        assertThat(list.heading()).contains("of " + SamplePapers.all().size());
        assertThat(list.note()).isEqualTo("Understood: all papers · most upvoted first.");
    }

    @Test
    void aCardShowsThePassageThatAnswers() {
        assertThat(list("language gradients").cards().getFirst().excerpt())
                .hasValueSatisfying(excerpt -> assertThat(excerpt.pieces().stream()
                                .filter(Excerpt.Piece::marked)
                                .map(Excerpt.Piece::text))
                        .containsExactly("gradients", "language"));
        assertThat(list("cs.CL").cards())
                .allSatisfy(card -> assertThat(card.excerpt()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1 of 12", "2, 1, 2 of 12", "1, 5, 1–5 of 12", "3, 5, 11–12 of 12"})
    void theHeadingSaysWhereThePageStands(int page, int limit, String place) {
        int shown = Math.min(limit, 12 - (page - 1) * limit);

        assertThat(new Paging(page, limit).place(shown, 12, true)).isEqualTo(place);
        assertThat(new Paging(page, limit).place(shown, 12, false)).isEqualTo(place.replace("of", "of more than"));
    }

    @Test
    void anEmptyOptionOffersOnesOwnLastSearchesNewestFirst() {
        IntStream.rangeClosed(1, 12).forEach(i -> ask("diffusion OR w" + i));
        ask("Attention ");
        ask("DIFFUSION or w12");
        ask("zyzzyva");
        ask("diffusion " + "x".repeat(100));

        assertThat(suggested(ADA, "")).hasSize(10).startsWith("DIFFUSION or w12", "Attention", "diffusion OR w11");
        assertThat(suggested(EVE, "")).isEmpty();
    }

    @Test
    void onesOwnSearchesComeBeforeWhatTheIndexOffers() {
        ask("attention cs.CL");

        assertThat(suggested(ADA, " Atten")).containsExactly("attention cs.CL", "1706.03762");
        assertThat(suggested(ADA, "cs.CL")).doesNotContain("attention cs.CL");
        assertThat(suggested(EVE, "atten")).containsExactly("1706.03762");
    }

    @Test
    void aClickOnSomebodysListIsNoSearchOfOnesOwn() {
        Request next = Request.of(SearchCommand.SPEC).with(SearchCommand.QUERY, "diffusion");
        MessageRef list = new MessageRef(CHANNEL, "1");
        command.answer(new CommandCall(next, EVE, CHANNEL, Set.of(), Optional.of(list)));

        assertThat(suggested(EVE, "")).isEmpty();
    }

    private List<String> suggested(UserRef person, String typed) {
        return command.complete(new CompletionCall(SearchCommand.SPEC, SearchCommand.QUERY, typed, person)).stream()
                .map(Suggestion::value)
                .toList();
    }

    @Test
    void whatWasUnderstoodIsSaidWhereThereIsAFilter() {
        assertThat(list("diffusion year:2020..2022").note()).isEqualTo("Understood: diffusion · 2020–2022.");
        assertThat(list("diffusion models").note()).isEmpty();
        assertThat(list("diffusion auhtor:x").note()).contains("did you mean author:?");
        assertThat(notice("zyzzyva cs.SE").hint()).startsWith("Understood: zyzzyva · cs.SE. Try fewer");
    }

    /** What the help page teaches must hold, each by itself. */
    @Test
    void everyFormOfTheHelpPageIsUnderstood() {
        assertThat(SearchCommand.SPEC.forms()).isNotEmpty().allSatisfy(form -> {
            assertThat(parser.parse(form.written()).notes()).isEmpty();
            assertThat(parser.parse(form.written()).isSearchable()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-survey",
                "OR",
                "AND",
                "NOT",
                "(",
                "author:hinton",
                "title:",
                "abstract:",
                "cs.CL",
                "cat:cs.*",
                "year:2024..2026",
                "since:7d",
                "until:",
                "has:code",
                "id:2404.01234",
                "link",
                "DOI",
                "sort:new",
                "sort:top",
                "sort:best",
                "au:",
                "ti:",
                "abs:"
            })
    void theHelpPageNamesTheWholeLanguage(String piece) {
        assertThat(SearchCommand.SPEC.forms())
                .extracting(CommandSpec.Form::toString)
                .anySatisfy(form -> assertThat(form).contains(piece));
    }

    /** Discord's help page has about this much room for each of so many lines. */
    @Test
    void theHelpPageStaysShort() {
        assertThat(SearchCommand.SPEC.forms()).hasSizeLessThanOrEqualTo(12).allSatisfy(form -> {
            assertThat(form.written()).hasSizeLessThanOrEqualTo(45);
            assertThat(form.meaning()).hasSizeLessThanOrEqualTo(60);
        });
    }

    private PaperList list(String query) {
        Reply reply = ask(query);
        assertThat(reply.visibility()).isEqualTo(Visibility.EVERYONE);
        return (PaperList) reply.content();
    }

    private Notice notice(String query) {
        Reply reply = ask(query);
        assertThat(reply.visibility()).isEqualTo(Visibility.ASKER);
        return (Notice) reply.content();
    }

    private Reply ask(String query) {
        return ask(command, query);
    }

    private static Reply ask(SearchCommand command, String query) {
        Request request = Request.of(SearchCommand.SPEC).with(SearchCommand.QUERY, query);
        return command.answer(new CommandCall(request, ADA, CHANNEL, Set.of(), Optional.empty()));
    }
}
