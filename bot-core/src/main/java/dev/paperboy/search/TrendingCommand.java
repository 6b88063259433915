package dev.paperboy.search;

import dev.paperboy.chat.ChannelRef;
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
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.trending.Movement;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /papers trending}: what is hot now, all of it or what fits a topic, each with the reason why. */
public final class TrendingCommand implements Command {

    /** How far back a paper may have appeared. */
    public enum Window {
        DAY(1),
        WEEK(7),
        MONTH(30);

        private final Duration length;

        Window(int days) {
            this.length = Duration.ofDays(days);
        }
    }

    public static final Param<String> TOPIC = Param.text("topic", "what about: words, categories, exclusions");
    public static final Param<Integer> LIMIT =
            Param.count("limit", "how many papers, 5 unless said", 1, PaperList.MAX_CARDS);
    public static final Param<Window> WINDOW =
            Param.choice("window", "papers of the last day, week or month", Window.class);
    public static final CommandSpec SPEC = CommandSpec.of(
                    "trending", "Show what trends now, and why", WINDOW, TOPIC, LIMIT, Paging.PAGE)
            .example("trending")
            .example("trending month")
            .example("trending cs.CL -survey limit:3 window:month");

    private static final int DEFAULT_LIMIT = 5;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int SUGGESTIONS = 25;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Trending trending;
    private final PaperIndex index;
    private final QueryParser parser;
    private final PaperCards cards;
    private final Function<ChannelRef, Optional<Instant>> lastEdition;
    private final InstantSource clock;

    /** @param lastEdition when a channel's last post was due: what has moved is told since then, else since a day ago */
    public TrendingCommand(
            Trending trending,
            PaperIndex index,
            QueryParser parser,
            PaperCards cards,
            Function<ChannelRef, Optional<Instant>> lastEdition,
            InstantSource clock) {
        this.trending = trending;
        this.index = index;
        this.parser = parser;
        this.cards = cards;
        this.lastEdition = lastEdition;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Paging paging =
                new Paging(call.find(Paging.PAGE).orElse(1), call.find(LIMIT).orElse(DEFAULT_LIMIT));
        Window window = call.find(WINDOW).orElse(Window.WEEK);
        PaperQuery topic = parser.parse(call.find(TOPIC).orElse(""));
        Instant now = clock.instant();
        Instant since = lastEdition
                .apply(call.channel())
                .filter(last -> last.isBefore(now))
                .orElse(now.minus(A_DAY));
        List<TrendingPaper> hot = trending.at(call.channel().server(), now, window.length);
        List<TrendingPaper> before = trending.at(call.channel().server(), since, window.length);
        Map<Paper, String> papers = ranked(hot, Movement.between(before, hot), topic);
        if (papers.size() <= paging.offset()) {
            return Reply.privately(nothing(topic, window, paging));
        }
        Reply reply = Reply.publicly(list(call, papers, paging, topic));
        return call.clicked().isPresent() && call.find(Paging.PAGE).isPresent() ? reply.replacing() : reply;
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return index.suggest(call.typed(), SUGGESTIONS).stream()
                .map(each -> new Suggestion(each.label(), each.query()))
                .toList();
    }

    /** Those that the index knows and that fit, best first, each with its reason. */
    private Map<Paper, String> ranked(List<TrendingPaper> hot, Movement movement, PaperQuery topic) {
        List<PaperId> ids = hot.stream().map(TrendingPaper::paper).toList();
        Map<PaperId, Paper> known = index.findAll(ids);
        Set<PaperId> fitting = index.matching(topic, known.keySet());
        Map<Paper, String> ranked = new LinkedHashMap<>();
        for (TrendingPaper each : hot) {
            Paper paper = known.get(each.paper());
            if (paper != null && !paper.withdrawn() && fitting.contains(each.paper())) {
                ranked.putIfAbsent(paper, movement.with(each));
            }
        }
        return ranked;
    }

    private Content list(CommandCall call, Map<Paper, String> papers, Paging paging, PaperQuery topic) {
        List<Content.PaperCard> shown = papers.entrySet().stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(entry -> cards.card(entry.getKey(), entry.getValue()))
                .toList();
        boolean more = papers.size() > paging.offset() + shown.size();
        String place = paging.place(shown.size(), papers.size(), true);
        String about = topic.isEmpty() ? "" : " · " + Texts.quote(topic.text());
        return new PaperList(
                "Trending" + about + (place.isEmpty() ? "" : " · " + place),
                paging.first(),
                shown,
                notes(topic),
                paging.buttons(call.request(), more));
    }

    private Content nothing(PaperQuery topic, Window window, Paging paging) {
        if (paging.page() > 1) {
            return Notice.info("Nothing more trends.", "");
        }
        String what = topic.isEmpty()
                ? "Nothing trends: no votes have come in for papers of the last "
                        + window.name().toLowerCase(Locale.ROOT) + "."
                : "Nothing that trends fits " + Texts.quote(topic.text()) + ".";
        String seen = trending.newestObservation()
                .map(at -> "The newest votes I have seen are of "
                        + at.atZone(ZoneOffset.UTC).format(MOMENT) + " UTC.")
                .orElse("I have not seen any votes yet.");
        return Notice.info(what, (notes(topic) + " " + seen).strip());
    }

    private static String notes(PaperQuery topic) {
        return topic.notes().stream().map(QueryNote::sentence).collect(Collectors.joining(" "));
    }
}
