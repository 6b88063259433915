package dev.paperboy.search;

import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /papers search}: finds papers by what they say. */
public final class SearchCommand implements Command {

    public static final Param<String> QUERY =
            Param.text("query", "what to look for").asRequired();
    public static final Param<Integer> LIMIT =
            Param.count("limit", "how many papers at once, 5 unless said", 1, PaperList.MAX_CARDS);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "search", "Find papers by words, authors, categories or id", QUERY, LIMIT, Paging.PAGE)
            .explained("Plain words just work. Put \"exact phrases\" in quotes, leave out -words with a minus, join "
                    + "alternatives with OR and ( ). Narrow down with author:hinton, title:attention, abstract:robot, "
                    + "cs.CL or cat:cs.*, year:2024..2026, since:7d, has:code; order with sort:new or sort:top. "
                    + "An arXiv id, a link or a DOI finds that paper.")
            .example("search diffusion language models limit:3")
            .example("search \"state space\" cs.LG -survey year:2024..")
            .example("search author:hinton sort:new");

    private static final int DEFAULT_LIMIT = 5;
    private static final int SUGGESTIONS = 25;

    private final PaperIndex index;
    private final QueryParser parser;
    private final PaperCards cards;

    public SearchCommand(PaperIndex index, QueryParser parser, PaperCards cards) {
        this.index = index;
        this.parser = parser;
        this.cards = cards;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Paging paging =
                new Paging(call.find(Paging.PAGE).orElse(1), call.find(LIMIT).orElse(DEFAULT_LIMIT));
        PaperQuery query =
                parser.parse(call.get(QUERY)).withOffset(paging.offset()).withLimit(paging.size());
        if (query.isEmpty()) {
            return Reply.privately(nothingToLookFor(query));
        }
        SearchPage page = index.search(query);
        if (page.hits().isEmpty()) {
            return Reply.privately(nothingFound(page, paging));
        }
        Reply reply = Reply.publicly(list(call, page, paging));
        return call.clicked().isPresent() && call.find(Paging.PAGE).isPresent() ? reply.replacing() : reply;
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return index.suggest(call.typed(), SUGGESTIONS).stream()
                .map(each -> new Suggestion(each.label(), each.query()))
                .toList();
    }

    private Content list(CommandCall call, SearchPage page, Paging paging) {
        int shown = page.hits().size();
        String place = paging.place(shown, page.total(), page.totalExact());
        String count = place.isEmpty() ? (shown == 1 ? "1 paper" : shown + " papers") : place;
        return new PaperList(
                count + " for " + Texts.quote(page.query().text()),
                paging.first(),
                page.hits().stream().map(hit -> cards.card(hit.paper())).toList(),
                notes(page.query()),
                paging.buttons(call.request(), page.hasMore()));
    }

    private static Content nothingToLookFor(PaperQuery query) {
        return switch (query.sense()) {
            case BLANK -> Notice.problem("There is nothing to look for.", "Write /papers search and some words.");
            case COMMON_WORDS ->
                Notice.problem(
                        Texts.quote(query.text()) + " holds only words that stand in every paper.",
                        "Add a word that says what the papers are about.");
            case SYMBOLS ->
                Notice.problem(
                        Texts.quote(query.text()) + " holds no word that a paper could hold.",
                        "Write letters or digits: a topic, a name or an arXiv id.");
            case SEARCHABLE ->
                Notice.problem(
                        "From " + Texts.quote(query.text()) + " nothing to look for was left. " + notes(query),
                        "See /papers help search for what can be written.");
        };
    }

    private static Content nothingFound(SearchPage page, Paging paging) {
        PaperQuery query = page.query();
        if (paging.page() > 1) {
            return Notice.info("There are no more papers for " + Texts.quote(query.text()) + ".", "");
        }
        if (!query.named().isEmpty()) {
            return PaperCommand.unknown(query.named().getFirst());
        }
        String hint =
                (notes(query) + " Try fewer or other words; /papers help search shows what can be written.").strip();
        return Notice.info("Nothing found for " + Texts.quote(query.text()) + ".", hint);
    }

    private static String notes(PaperQuery query) {
        return query.notes().stream().map(QueryNote::sentence).collect(Collectors.joining(" "));
    }
}
