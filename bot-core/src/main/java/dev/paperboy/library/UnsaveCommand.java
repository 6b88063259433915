package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.InstantSource;
import java.util.List;

/** {@code /papers unsave} and the Remove button: takes a paper off one's reading list. */
public final class UnsaveCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of("unsave", "Take a paper off your reading list", ID)
            .answeredPrivately()
            .explained("Put back within a day it is where it was; what you noted to it I keep for 30 days.")
            .example("unsave 1904.06690");

    private final ReadingLists lists;
    private final PaperIndex index;
    private final InstantSource clock;

    public UnsaveCommand(ReadingLists lists, PaperIndex index, InstantSource clock) {
        this.lists = lists;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        // A paper that the index has lost can still be taken off the list: the id as given is its own fallback.
        PaperId id = index.find(call.get(ID)).map(Paper::id).orElse(call.get(ID));
        String title = index.find(id).map(paper -> "“" + paper.title() + "”").orElse(id.value());
        if (!lists.remove(call.user(), id, clock.instant())) {
            return Reply.privately(Notice.info(title + " is not on your list.", "/papers saved shows your list."));
        }
        Request again = Request.of(SaveCommand.SPEC).with(SaveCommand.ID, id);
        return Reply.privately(
                Notice.done("Took " + title + " off your list.", "").offering(List.of(new Button.Ask("Undo", again))));
    }
}
