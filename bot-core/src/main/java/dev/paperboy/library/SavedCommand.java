package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.search.Paging;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /papers saved}: shows one's reading list, to oneself alone. */
public final class SavedCommand implements Command {

    /** Whether somebody wants to hear of news of what they saved. */
    public enum Notes {
        ON,
        OFF
    }

    public static final Param<Notes> NOTES =
            Param.choice("notes", "off: no message when a saved paper gets a new version or code", Notes.class);

    public static final CommandSpec SPEC = CommandSpec.of("saved", "Show your reading list", Paging.PAGE, NOTES)
            .answeredPrivately()
            .explained(
                    "Only you see it. Papers come onto it by a 🔖 under a post, by the Save button or by /papers save."
                            + " When a saved paper gets a new version or code, I write to you once; notes:off ends that.")
            .example("saved")
            .example("saved notes:off");

    private static final int PAGE_SIZE = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final ReadingLists lists;
    private final PaperIndex index;
    private final Function<PaperId, List<Button>> buttons;

    /** @param buttons what can be done with any paper; Remove takes the place of Save */
    public SavedCommand(ReadingLists lists, PaperIndex index, Function<PaperId, List<Button>> buttons) {
        this.lists = lists;
        this.index = index;
        this.buttons = buttons;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Notes> notes = call.find(NOTES);
        if (notes.isPresent()) {
            return Reply.privately(noted(call, notes.get()));
        }
        Reply reply = Reply.privately(page(call));
        return call.clicked().isPresent() && call.find(Paging.PAGE).isPresent() ? reply.replacing() : reply;
    }

    private Notice noted(CommandCall call, Notes notes) {
        lists.want(call.user(), notes == Notes.ON);
        return switch (notes) {
            case ON ->
                Notice.done("I write to you when a saved paper gets a new version or code.", "")
                        .offering(List.of(notesButton("Turn off", Notes.OFF)));
            case OFF ->
                Notice.done("I no longer write to you about saved papers.", "")
                        .offering(List.of(notesButton("Turn on", Notes.ON)));
        };
    }

    private static Button notesButton(String label, Notes notes) {
        return new Button.Ask(label, Request.of(SPEC).with(NOTES, notes));
    }

    private Content page(CommandCall call) {
        Paging paging = new Paging(call.find(Paging.PAGE).orElse(1), PAGE_SIZE);
        SavedPage page = lists.page(call.user(), paging.offset(), PAGE_SIZE);
        if (page.total() == 0) {
            return Notice.info(
                    "Your reading list is empty.",
                    "Put a 🔖 under any of my posts, or use the Save button, to keep a paper.");
        }
        if (page.entries().isEmpty()) {
            return Notice.info(
                    "Your reading list has no page " + paging.page() + ".", "/papers saved shows its first.");
        }
        Map<PaperId, Paper> papers =
                index.findAll(page.entries().stream().map(SavedEntry::paper).toList());
        String count = page.total() == 1 ? "1 paper" : "%,d papers".formatted(page.total());
        return new PaperList(
                "Your reading list · " + count,
                paging.first(),
                page.entries().stream().map(entry -> card(entry, papers)).toList(),
                paging.place(page.entries().size(), page.total(), true),
                paging.buttons(call.request(), page.hasMore()));
    }

    private PaperCard card(SavedEntry entry, Map<PaperId, Paper> papers) {
        // The list outlives the index: a paper that it has lost still stands there, by its id.
        Paper paper = Optional.ofNullable(papers.get(entry.paper()))
                .orElseGet(() -> Paper.of(entry.paper(), entry.paper().value()));
        List<Button> actions = new ArrayList<>();
        actions.add(new Button.Ask("Remove", Request.of(UnsaveCommand.SPEC).with(UnsaveCommand.ID, paper.id())));
        buttons.apply(paper.id()).stream().filter(button -> !isSave(button)).forEach(actions::add);
        String saved = "Saved " + DAY.format(entry.savedAt().atOffset(ZoneOffset.UTC));
        return new PaperCard("", paper, saved, actions);
    }

    private static boolean isSave(Button button) {
        return button instanceof Button.Ask ask && ask.request().spec().equals(SaveCommand.SPEC);
    }
}
