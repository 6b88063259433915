package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.Recommendation;
import dev.paperboy.index.Taste;
import dev.paperboy.paper.PaperId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /papers foryou}: recommends papers by one's own reading list, to oneself alone, each of them once. */
public final class ForYouCommand implements Command {

    /** Whether papers may come that came before. */
    public enum Shown {
        AGAIN
    }

    public static final Param<String> QUERY =
            Param.text("query", "only papers that fit this, such as since:30d or cat:cs.CL");
    public static final Param<Integer> LIMIT =
            Param.count("limit", "how many papers, 5 unless said", 1, PaperList.MAX_CARDS);
    public static final Param<Shown> SHOWN =
            Param.choice("shown", "again: papers that I recommended to you before may come again", Shown.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "foryou", "Papers that suit what you saved", LIMIT, SHOWN, QUERY)
            .answeredPrivately()
            .explained(
                    "They resemble papers on your reading list and none that you turned away by “Not for me”; each says"
                            + " why it is here. Only you see them, and nobody else's data is used. What you saved, what I"
                            + " recommended before and what I posted in this channel does not come; shown:again lets"
                            + " recommendations come again.")
            .example("foryou")
            .example("foryou since:30d has:code")
            .example("foryou shown:again");

    private static final int DEFAULT_LIMIT = 5;

    private final ReadingLists lists;
    private final Impressions impressions;
    private final Function<ChannelRef, Set<PaperId>> posted;
    private final PaperIndex index;
    private final QueryParser parser;
    private final Function<PaperId, List<Button>> buttons;
    private final InstantSource clock;

    /**
     * @param posted what a channel has been brought unasked
     * @param buttons what can be done with any paper, saving first
     */
    public ForYouCommand(
            ReadingLists lists,
            Impressions impressions,
            Function<ChannelRef, Set<PaperId>> posted,
            PaperIndex index,
            QueryParser parser,
            Function<PaperId, List<Button>> buttons,
            InstantSource clock) {
        this.lists = lists;
        this.impressions = impressions;
        this.posted = posted;
        this.index = index;
        this.parser = parser;
        this.buttons = buttons;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        if (call.find(SHOWN).isPresent()) {
            impressions.forget(call.user());
        }
        Taste taste = taste(call.user());
        if (taste.likes().isEmpty()) {
            return Reply.privately(Notice.info(
                    "I don't know yet what you like.",
                    "Save a few papers and I find more like them: put a 🔖 under a post of mine, use the Save button, or"
                            + " bring your library along by /papers import."));
        }
        PaperQuery within = parser.parse(call.find(QUERY).orElse(""));
        List<Recommendation> fresh = fresh(call, taste, within);
        return Reply.privately(fresh.isEmpty() ? nothing(call, within) : list(call, taste, within, fresh));
    }

    private Taste taste(UserRef user) {
        Map<Boolean, List<PaperId>> byLiking = lists.entries(user).stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.state() != ReadingState.NOT_INTERESTED,
                        Collectors.mapping(SavedEntry::paper, Collectors.toList())));
        return new Taste(byLiking.getOrDefault(true, List.of()), byLiking.getOrDefault(false, List.of()));
    }

    /** The best that the reader has not seen; noted as shown before it is, so that nothing comes twice. */
    private List<Recommendation> fresh(CommandCall call, Taste taste, PaperQuery within) {
        int limit = call.find(LIMIT).orElse(DEFAULT_LIMIT);
        while (true) {
            List<Recommendation> best = index.recommend(taste, within, seen(call), limit);
            List<PaperId> ids = best.stream().map(ForYouCommand::idOf).toList();
            Set<PaperId> fresh = impressions.note(call.user(), ids, clock.instant());
            // Somebody who clicks twice has two answers made at once.
            if (best.isEmpty() || !fresh.isEmpty()) {
                return best.stream().filter(each -> fresh.contains(idOf(each))).toList();
            }
        }
    }

    private Set<PaperId> seen(CommandCall call) {
        Set<PaperId> seen = new HashSet<>(impressions.of(call.user()));
        seen.addAll(lists.everOn(call.user()));
        seen.addAll(posted.apply(call.channel()));
        return seen;
    }

    private static PaperId idOf(Recommendation recommendation) {
        return recommendation.hit().paper().id();
    }

    private Notice nothing(CommandCall call, PaperQuery within) {
        boolean shownBefore = !impressions.of(call.user()).isEmpty();
        Notice notice = Notice.info(
                within.isEmpty()
                        ? "I have nothing more to recommend."
                        : "I have nothing more to recommend that fits " + Texts.quote(within.text()) + ".",
                (said(within) + " New papers come in every day, and each paper that you save leads to others.")
                        .strip());
        return shownBefore
                ? notice.offering(
                        List.of(new Button.Ask("Start over", more(call).with(SHOWN, Shown.AGAIN))))
                : notice;
    }

    /** What was read kindly. */
    private static String said(PaperQuery query) {
        return query.notes().stream().map(QueryNote::sentence).collect(Collectors.joining(" "));
    }

    private Content list(CommandCall call, Taste taste, PaperQuery within, List<Recommendation> fresh) {
        Optional<String> query = call.find(QUERY).filter(_ -> !within.isEmpty());
        int likes = Math.min(taste.likes().size(), Taste.MOST);
        String from = likes == 1
                ? "By likeness to the paper on your reading list."
                : "By likeness to the %d papers that you saved last.".formatted(likes);
        return new PaperList(
                "For you" + query.map(text -> " · " + Texts.quote(text)).orElse(""),
                1,
                fresh.stream().map(this::card).toList(),
                (from + " " + said(within)).strip(),
                List.of(new Button.Ask("More", more(call))));
    }

    /** The same question: what was shown does not come again. */
    private static Request more(CommandCall call) {
        Request sized = call.find(LIMIT)
                .map(limit -> Request.of(SPEC).with(LIMIT, limit))
                .orElse(Request.of(SPEC));
        return call.find(QUERY).map(query -> sized.with(QUERY, query)).orElse(sized);
    }

    private PaperCard card(Recommendation recommendation) {
        String because =
                "Because you saved " + Texts.quote(recommendation.because().title());
        String shared = String.join(", ", recommendation.shared());
        List<Button> actions = new ArrayList<>(buttons.apply(idOf(recommendation)));
        actions.add(
                1,
                new Button.Ask("Not for me", MarkCommand.request(idOf(recommendation), ReadingState.NOT_INTERESTED)));
        return new PaperCard(
                "", recommendation.hit().paper(), shared.isEmpty() ? because : because + ": " + shared, actions);
    }
}
