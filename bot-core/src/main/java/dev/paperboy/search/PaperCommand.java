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
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.PaperId;
import java.util.List;

/** {@code /papers paper}: shows one paper. */
public final class PaperCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of("paper", "Show one paper", ID)
            .explained(
                    "Any way of naming the paper will do: 1904.06690, arXiv:1904.06690v2, a link to its abstract, PDF "
                            + "or Hugging Face page, a DOI.")
            .example("paper 1904.06690")
            .example("paper https://arxiv.org/abs/1904.06690v2");

    /** How much of an id fits on a button. */
    private static final int SHOWN = 40;

    private final PaperIndex index;
    private final PaperCards cards;
    private final PaperSuggestions suggestions;

    public PaperCommand(PaperIndex index, QueryParser parser, PaperCards cards) {
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
        return index.find(id)
                .map(paper -> Reply.publicly(cards.card(paper)))
                .orElseGet(() -> Reply.privately(unknown(id)));
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return suggestions.matching(call.typed());
    }

    /** What to say of a paper that the index does not hold. */
    static Notice unknown(PaperId id) {
        return Notice.info(
                        "I don't have " + id + " yet.",
                        "I know the papers that my sources have brought so far. If the id is right, its page is here:")
                .offering(List.of(new Button.Link("Open " + Texts.cut(id.value(), SHOWN), id.url())));
    }
}
