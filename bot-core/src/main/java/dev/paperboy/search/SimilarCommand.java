package dev.paperboy.search;

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
import dev.paperboy.index.Likeness;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Optional;

/** {@code /papers similar} and the Similar button: papers whose text resembles that of one. */
public final class SimilarCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();
    public static final Param<Integer> LIMIT =
            Param.count("limit", "how many papers, 5 unless said", 1, PaperList.MAX_CARDS);

    public static final CommandSpec SPEC = CommandSpec.of("similar", "Papers like one you name", ID, LIMIT)
            .explained("Likeness is that of title and abstract; the words that both papers share are shown.")
            .example("similar 1904.06690");

    private static final int DEFAULT_LIMIT = 5;

    private final PaperIndex index;
    private final PaperCards cards;
    private final PaperSuggestions suggestions;

    public SimilarCommand(PaperIndex index, QueryParser parser, PaperCards cards) {
        this.index = index;
        this.cards = cards;
        this.suggestions = new PaperSuggestions(index, parser);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        PaperId id = call.get(ID);
        Optional<Paper> paper = index.find(id);
        if (paper.isEmpty()) {
            return Reply.privately(PaperCommand.unknown(id));
        }
        List<Likeness> alike = index.similar(paper.get().id(), call.find(LIMIT).orElse(DEFAULT_LIMIT));
        if (alike.isEmpty()) {
            return Reply.privately(Notice.info(
                    "I found nothing that resembles “" + paper.get().title() + "”.",
                    "Its text may be unknown to me, or unlike anything else I have."));
        }
        Content list = new PaperList(
                "Similar to “" + paper.get().title() + "”",
                1,
                alike.stream().map(this::card).toList(),
                "",
                List.of());
        // A click under a post is one person's curiosity; a typed command asks in front of everybody.
        return call.clicked().isPresent() ? Reply.privately(list) : Reply.publicly(list);
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return suggestions.matching(call.typed());
    }

    private PaperCard card(Likeness likeness) {
        String shared = String.join(", ", likeness.shared());
        return cards.card(likeness.hit().paper(), shared.isEmpty() ? "" : "Both speak of " + shared);
    }
}
