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
import java.util.Optional;

/** {@code /papers save} and the Save button: puts a paper on one's reading list. */
public final class SaveCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of("save", "Put a paper on your reading list", ID)
            .answeredPrivately()
            .explained("A 🔖 under any of my posts does the same; taking it away takes the paper off again.")
            .example("save 1904.06690");

    private final ReadingLists lists;
    private final PaperIndex index;
    private final InstantSource clock;

    public SaveCommand(ReadingLists lists, PaperIndex index, InstantSource clock) {
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
        Optional<Paper> paper = index.find(call.get(ID));
        if (paper.isEmpty()) {
            return Reply.privately(unknown(call.get(ID)));
        }
        PaperId id = paper.get().id();
        boolean added = lists.save(call.user(), id, clock.instant());
        String title = "“" + paper.get().title() + "”";
        return Reply.privately(Notice.done(
                        added ? "Saved " + title + "." : title + " is already on your list.",
                        "/papers saved shows your list.")
                .offering(List.of(
                        new Button.Ask("Undo", Request.of(UnsaveCommand.SPEC).with(UnsaveCommand.ID, id)))));
    }

    static Notice unknown(PaperId id) {
        return Notice.problem(
                "I don't have " + id + " yet, so I can't keep it for you.", "Find it with /papers search first.");
    }
}
