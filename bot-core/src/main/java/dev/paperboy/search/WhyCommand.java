package dev.paperboy.search;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.trending.Receipt;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /papers why}: the sum by which a paper trends. */
public final class WhyCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of("why", "Show why a paper trends: the sum of its score", ID)
            .answeredPrivately()
            .explained("The score is half the logarithm of the votes, plus the logarithm of their speed, plus what"
                    + " members here say by 👍 and 🔖 under my posts. The parts add up to it.")
            .example("why 1904.06690");

    /** The parts of a score are shown to so many places. */
    private static final int PLACES = 2;

    private static final int TITLE = 200;

    private final Trending trending;
    private final PaperIndex index;
    private final PaperSuggestions suggestions;
    private final InstantSource clock;

    public WhyCommand(Trending trending, PaperIndex index, QueryParser parser, InstantSource clock) {
        this.trending = trending;
        this.index = index;
        this.suggestions = new PaperSuggestions(index, parser);
        this.clock = clock;
    }

    /** What asks for a paper's sum. */
    public static Request request(PaperId paper) {
        return Request.of(SPEC).with(ID, paper);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return suggestions.matching(call.typed());
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Paper> paper = index.find(call.get(ID));
        return Reply.privately(
                paper.map(known -> why(call, known)).orElseGet(() -> PaperCommand.unknown(call.get(ID))));
    }

    private Notice why(CommandCall call, Paper paper) {
        Instant now = clock.instant();
        return trending.receipt(call.channel().server(), paper.id(), now)
                .map(receipt -> sum(paper, receipt, place(call, paper.id(), now)))
                .orElseGet(() -> Notice.info(
                        "Nobody has voted for %s, as far as I have seen.".formatted(title(paper)),
                        "A 👍 under a post of it counts as a vote here."));
    }

    private String place(CommandCall call, PaperId paper, Instant now) {
        List<TrendingPaper> ranked = trending.at(call.channel().server(), now, Trending.WEEK);
        return ranked.stream()
                .filter(one -> one.paper().equals(paper))
                .findFirst()
                .map(one -> "number %,d of the %,d papers that trend this week".formatted(one.rank(), ranked.size()))
                .orElse("not among the papers of this week");
    }

    private static Notice sum(Paper paper, Receipt receipt, String place) {
        String parts = receipt.parts().stream()
                .map(part -> rounded(part.points()) + " for " + part.label())
                .collect(Collectors.joining("\n+ "));
        // The sum of what is shown, so that whoever adds it up finds the same.
        BigDecimal sum = receipt.parts().stream()
                .map(part -> rounded(part.points()))
                .reduce(BigDecimal.ZERO.setScale(PLACES), BigDecimal::add);
        return Notice.info(
                        "%s scores %s: %s.\n%s".formatted(title(paper), sum, place, parts),
                        "Twice the votes or twice the speed is some points more, not twice as many."
                                + " A 👍 under my post of a paper counts here.")
                .offering(List.of(new Button.Link("Open", paper.url())));
    }

    private static BigDecimal rounded(double points) {
        return BigDecimal.valueOf(points).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private static String title(Paper paper) {
        return Texts.quote(Texts.cut(paper.title(), TITLE));
    }
}
