package dev.paperboy.search;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Texts;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;
import dev.paperboy.person.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code /papers search}: finds papers by what they say. */
public final class SearchCommand implements Command {

    public static final Param<String> QUERY =
            Param.text("query", "what to look for").asRequired();
    public static final Param<Integer> LIMIT =
            Param.count("limit", "how many papers at once, 5 unless said", 1, PaperList.MAX_CARDS);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "search", "Find papers by words, authors, categories or id", QUERY, LIMIT, Paging.PAGE)
            .explained("Plain words just work: slips of typing are mended and told, and capitals, accents, hyphens and "
                    + "endings do not matter. Beside them stand exact phrases, exclusions, alternatives and filters "
                    + "in any mixture, as shown below. Filters alone list the newest papers that fit.")
            .form("diffusion language models", "plain words: the more of them fit, the better")
            .form("\"state space\"", "an exact phrase")
            .form("-survey", "leaves papers out, as NOT survey does")
            .form("mamba OR (linear attention)", "one or the other; a space, or AND, means both")
            .form("author:hinton", "or author:\"Geoffrey Hinton\", au:hinton")
            .form("title:attention abstract:robot", "words of the title, of the abstract; ti: and abs: too")
            .form("cs.CL cat:cs.*", "a category, a whole archive; several mean any of them")
            .form("year:2024..2026", "or year:2024, year:2024.., year:..2020")
            .form("since:7d until:2026-03", "or 2w, 3m, 1y; a day, a month, a year")
            .form("has:code", "papers with code; has:project for a project page")
            .form("sort:new", "newest first; sort:top by upvotes, sort:best by fit")
            .form("2404.01234", "that paper, as do id:2404.01234, its link or DOI")
            .example("search diffusion language models limit:3")
            .example("search \"state space\" cs.LG -survey year:2024..")
            .example("search cs.CL since:7d has:code");

    private static final int DEFAULT_LIMIT = 5;
    private static final int SUGGESTIONS = 25;
    private static final int ON_A_BUTTON = 50;
    /** Greek begins here, and behind it all other scripts. */
    private static final int LATIN_ENDS = 0x370;

    private final PaperIndex index;
    private final QueryParser parser;
    private final PaperCards cards;
    private final RecentSearches recent = new RecentSearches();

    public SearchCommand(PaperIndex index, QueryParser parser, PaperCards cards) {
        this.index = index;
        this.parser = parser;
        this.cards = cards;
    }

    /** What it keeps about those who search. */
    public PersonalData personalData() {
        return recent;
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
        if (!query.isSearchable()) {
            return Reply.privately(nothingToLookFor(query));
        }
        SearchPage page = index.answer(query);
        if (page.hits().isEmpty()) {
            return Reply.privately(nothingFound(page, paging));
        }
        remember(call);
        Reply reply = Reply.publicly(list(call, page, paging));
        return call.clicked().isPresent() && call.find(Paging.PAGE).isPresent() ? reply.replacing() : reply;
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        Stream<Suggestion> own =
                recent.beginningWith(call.user(), call.typed()).stream().map(query -> new Suggestion(query, query));
        Stream<Suggestion> fresh = index.suggest(call.typed(), SUGGESTIONS).stream()
                .map(each -> new Suggestion(each.label(), each.query()));
        return Stream.concat(own, fresh).distinct().limit(SUGGESTIONS).toList();
    }

    /** What was clicked may be somebody else's search; what does not fit a suggestion would be another one if cut. */
    private void remember(CommandCall call) {
        String query = call.get(QUERY).strip();
        if (call.clicked().isEmpty() && query.length() <= dev.paperboy.index.Suggestion.MAX_LENGTH) {
            recent.add(call.user(), query);
        }
    }

    private Content list(CommandCall call, SearchPage page, Paging paging) {
        int shown = page.hits().size();
        String place = paging.place(shown, page.total(), page.totalExact());
        String count = place.isEmpty() ? (shown == 1 ? "1 paper" : shown + " papers") : place;
        return new PaperList(
                count + " for " + Texts.quote(page.query().text()),
                paging.first(),
                page.hits().stream().map(hit -> card(page, hit)).toList(),
                page.query().reading(),
                buttons(call, page, paging));
    }

    private static List<Button> buttons(CommandCall call, SearchPage page, Paging paging) {
        List<Button> buttons = new ArrayList<>(paging.buttons(call.request(), page.hasMore()));
        page.query()
                .didYouMean()
                .ifPresent(meant -> buttons.add(new Button.Ask(
                        "Search " + Texts.quote(Texts.cut(meant, ON_A_BUTTON)),
                        call.request().with(QUERY, meant))));
        return buttons;
    }

    private PaperCard card(SearchPage page, Hit hit) {
        return cards.card(hit.paper()).showing(index.excerpt(page.query(), hit.paper()));
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
            case LEFT_OUT, SEARCHABLE, EVERYTHING ->
                Notice.problem(
                        query.notes().isEmpty()
                                ? Texts.quote(query.text()) + " joins nothing: OR, AND and NOT stand between words."
                                : query.reading(),
                        "Nothing else was left to look for; /papers help search shows what can be written.");
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
        boolean foreign =
                query.text().codePoints().noneMatch(letter -> letter < LATIN_ENDS && Character.isLetter(letter));
        String tryThis = foreign
                ? "Most papers are written in English: try English words."
                : "Try fewer or other words; /papers help search shows what can be written.";
        String hint = (query.reading() + " " + tryThis).strip();
        return Notice.info("Nothing found for " + Texts.quote(query.text()) + ".", hint);
    }
}
