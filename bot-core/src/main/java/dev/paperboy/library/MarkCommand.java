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

/** {@code /papers mark}: says how far one is with a paper, and keeps tags and a note to it. */
public final class MarkCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();
    public static final Param<ReadingState> STATE =
            Param.choice("state", "how far you are with it", ReadingState.class);
    public static final Param<String> NOTE =
            Param.text("note", "what to keep with it, #tags among it; in place of what stood there, - for nothing");

    public static final CommandSpec SPEC = CommandSpec.of(
                    "mark", "Mark a paper on your reading list as read, tag it, note something", ID, STATE, NOTE)
            .answeredPrivately()
            .explained("Only you see it. A paper that is not on your list yet comes onto it."
                    + " /papers saved finds papers by their #tags and by the words of your notes.")
            .example("mark 1904.06690 read")
            .example("mark 1904.06690 #recsys #transformers compare with SASRec")
            .example("mark 1904.06690 not-interested");

    /** How to write that nothing is to be kept. */
    private static final String NOTHING = "-";

    private final ReadingLists lists;
    private final PaperIndex index;
    private final InstantSource clock;

    public MarkCommand(ReadingLists lists, PaperIndex index, InstantSource clock) {
        this.lists = lists;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    /** What marks a paper. */
    static Request request(PaperId paper, ReadingState state) {
        return Request.of(SPEC).with(ID, paper).with(STATE, state);
    }

    @Override
    public Reply answer(CommandCall call) {
        return Reply.privately(notice(call));
    }

    private Notice notice(CommandCall call) {
        Optional<ReadingState> state = call.find(STATE);
        Optional<Remark> remark =
                call.find(NOTE).map(text -> text.strip().equals(NOTHING) ? Remark.NONE : Remark.of(text));
        if (state.isEmpty() && remark.isEmpty()) {
            return Notice.problem(
                    "Say what to mark it with.",
                    "A state (to-read, reading, read, not-interested), #tags or a note, like /papers mark "
                            + call.get(ID).value() + " read.");
        }
        if (remark.isPresent() && !remark.get().fits()) {
            return Notice.problem(
                    "That is more than I can keep with a paper.",
                    "At most %d tags and %d characters of note.".formatted(Remark.MOST_TAGS, Remark.LONGEST_NOTE));
        }
        Optional<Paper> paper = index.find(call.get(ID));
        PaperId id = paper.map(Paper::id).orElse(call.get(ID));
        Optional<SavedEntry> before = lists.find(call.user(), id);
        if (paper.isEmpty() && before.isEmpty()) {
            return SaveCommand.unknown(id);
        }
        lists.save(call.user(), id, clock.instant());
        state.ifPresent(wanted -> lists.mark(call.user(), id, wanted));
        remark.ifPresent(wanted -> lists.annotate(call.user(), id, wanted));
        String title = paper.map(Paper::title).orElse(id.value());
        return Notice.done("“" + title + "” " + said(state, remark) + ".", "")
                .offering(List.of(new Button.Ask("Undo", undo(id, before, state, remark))));
    }

    private static String said(Optional<ReadingState> state, Optional<Remark> remark) {
        String marked = state.map(wanted -> "is marked as " + wanted.said()).orElse("");
        String noted = remark.map(wanted -> wanted.isEmpty() ? "has no note any more" : "has your note")
                .orElse("");
        return marked.isEmpty() || noted.isEmpty() ? marked + noted : marked + " and " + noted;
    }

    /** Brings back what stood there, and takes off what this put on. */
    private static Request undo(
            PaperId id, Optional<SavedEntry> before, Optional<ReadingState> state, Optional<Remark> remark) {
        if (before.isEmpty()) {
            return Request.of(UnsaveCommand.SPEC).with(UnsaveCommand.ID, id);
        }
        Request undo = Request.of(SPEC).with(ID, id);
        if (state.isPresent()) {
            undo = undo.with(STATE, before.get().state());
        }
        if (remark.isPresent()) {
            String text = before.get().remark().text();
            undo = undo.with(NOTE, text.isEmpty() ? NOTHING : text);
        }
        return undo;
    }
}
