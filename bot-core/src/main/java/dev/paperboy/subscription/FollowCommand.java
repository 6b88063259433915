package dev.paperboy.subscription;

import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.index.Clause;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.subscription.WatchCommand.For;
import java.util.List;

/**
 * {@code /papers follow}: a watch for whoever thinks in authors, categories and topics rather than in queries. What is
 * followed becomes a watch, with its preview.
 */
public final class FollowCommand implements Command {

    public static final Param<String> WHAT = Param.text("what", "an author, a category such as cs.CL, or a topic")
            .asRequired();
    public static final Param<For> FOR = WatchCommand.FOR;

    public static final CommandSpec SPEC = CommandSpec.of(
                    "follow", "Follow an author, a category or a topic", WHAT, FOR)
            .weighingRights()
            .answeredPrivately()
            .explained(
                    "A name that stands more often among the authors than in the texts is an author's; author:Rose says"
                            + " so of any. Following is watching: /papers watch lists it, /papers unwatch ends it.")
            .example("follow Geoffrey Hinton")
            .example("follow cs.CL for:channel")
            .example("follow state space models");

    private static final int LONGEST_NAME = 4;

    private final PaperIndex index;
    private final QueryParser parser;
    private final WatchOffer offer;

    public FollowCommand(PaperIndex index, QueryParser parser, WatchOffer offer) {
        this.index = index;
        this.parser = parser;
        this.offer = offer;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Topic wish = new Topic(call.get(WHAT));
        return Reply.privately(offer.of(interest(wish), call.find(FOR), WatchCommand.mayManage(call)));
    }

    /** The same wish in the query language: a name as an author's, if it is one. */
    private Topic interest(Topic wish) {
        PaperQuery plain = parser.parse(wish.text());
        if (!mayBeName(plain.clause())) {
            return wish;
        }
        String author = "author:\"" + wish.text() + '"';
        int asAuthor = index.fitting(parser.parse(author).withLimit(1)).total();
        int asTopic = index.fitting(plain.withLimit(1)).total();
        return asAuthor > 0 && asAuthor >= asTopic ? new Topic(author) : wish;
    }

    private static boolean mayBeName(Clause clause) {
        return switch (clause) {
            case Clause.Word _ -> true;
            case Clause.AllOf all ->
                !all.clauses().isEmpty()
                        && all.clauses().size() <= LONGEST_NAME
                        && all.clauses().stream().allMatch(Clause.Word.class::isInstance);
            default -> false;
        };
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return offer.complete(call.typed());
    }
}
