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
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.search.Paging;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /papers saved}: shows one's reading list, to oneself alone. */
public final class SavedCommand implements Command {

    /** Whether somebody wants to hear of news of what they saved. */
    public enum Notes {
        ON,
        OFF
    }

    public static final Param<Notes> NOTES =
            Param.choice("notes", "off: no message when a saved paper gets a new version or code", Notes.class);

    /** Whether somebody wants to be reminded of what waits on their list. */
    public enum Reminders {
        WEEKLY,
        OFF
    }

    public static final Param<Reminders> NUDGE = Param.choice(
            "nudge", "weekly: a message with the three that you saved first and have not read", Reminders.class);

    /** Which end of the list comes first. */
    public enum Order {
        NEWEST,
        OLDEST
    }

    public static final Param<String> QUERY =
            Param.text("query", "find papers on it, by the search syntax, by #tags or by words of your notes");

    public static final Param<Shelf> STATE =
            Param.choice("state", "which papers; without it those that you have not read yet", Shelf.class);

    public static final Param<Order> SORT =
            Param.choice("sort", "newest or oldest first; without it the newest", Order.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "saved", "Show your reading list", Paging.PAGE, QUERY, STATE, SORT, NOTES, NUDGE)
            .answeredPrivately()
            .explained(
                    "Only you see it. Papers come onto it by a 🔖 under a post, by the Save button or by /papers save;"
                            + " /papers mark says how far you are with one, tags it and keeps a note."
                            + " When a saved paper gets a new version or code, I write to you once; notes:off ends that."
                            + " nudge:weekly has me remind you of the three oldest that you have not read.")
            .example("saved")
            .example("saved sort:oldest")
            .example("saved #recsys transformers year:2025..")
            .example("saved state:read")
            .example("saved notes:off")
            .example("saved nudge:weekly");

    private static final String LIST = "Your reading list · ";
    private static final int PAGE_SIZE = 5;

    private final ReadingLists lists;
    private final Nudges nudges;
    private final InstantSource clock;
    private final PaperIndex index;
    private final ListSearch search;
    private final Function<PaperId, List<Button>> buttons;

    /** @param buttons what can be done with any paper; Read and Remove take the place of Save */
    public SavedCommand(
            ReadingLists lists,
            Nudges nudges,
            PaperIndex index,
            QueryParser parser,
            Function<PaperId, List<Button>> buttons,
            InstantSource clock) {
        this.lists = lists;
        this.nudges = nudges;
        this.clock = clock;
        this.index = index;
        this.search = new ListSearch(index, parser);
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
        Optional<Reminders> wish = call.find(NUDGE);
        if (wish.isPresent()) {
            return Reply.privately(reminded(call, wish.get()));
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

    private Notice reminded(CommandCall call, Reminders wish) {
        return switch (wish) {
            case WEEKLY -> {
                nudges.set(call.user(), Optional.of(clock.instant().plus(Nudges.PAUSE)));
                yield Notice.done(
                                "Once a week, on this day and about this time, I send you the three papers that you"
                                        + " saved first and have not read.",
                                "With nothing left to read there is no message.")
                        .offering(List.of(reminderButton("Turn off", Reminders.OFF)));
            }
            case OFF -> {
                nudges.set(call.user(), Optional.empty());
                yield Notice.done("I no longer remind you of what is on your list.", "")
                        .offering(List.of(reminderButton("Turn on", Reminders.WEEKLY)));
            }
        };
    }

    private static Button reminderButton(String label, Reminders wish) {
        return new Button.Ask(label, Request.of(SPEC).with(NUDGE, wish));
    }

    private Content page(CommandCall call) {
        List<SavedEntry> all = lists.entries(call.user());
        if (all.isEmpty()) {
            return Notice.info(
                    "Your reading list is empty.",
                    "Put a 🔖 under any of my posts, or use the Save button, to keep a paper; /papers import brings along"
                            + " what you have elsewhere.");
        }
        Optional<String> query = call.find(QUERY);
        Shelf shelf = call.find(STATE).orElse(query.isPresent() ? Shelf.ALL : Shelf.OPEN);
        ListSearch.Found found = search.of(all, shelf, query);
        if (found.entries().isEmpty()) {
            return nothing(all, query, shelf, found.reading());
        }
        String heading = query.isEmpty() && shelf == Shelf.OPEN
                ? overview(all)
                : heading(query, call.find(STATE), found.entries().size());
        List<SavedEntry> ordered = call.find(SORT).orElse(Order.NEWEST) == Order.OLDEST
                ? found.entries().reversed()
                : found.entries();
        List<Button> other = new ArrayList<>(otherShelf(all, shelf, query));
        other.add(new Button.Ask("Export", ExportCommand.request(shelf, query)));
        return page(call, heading, ordered, found.reading(), other);
    }

    /** The way from what is to be read to all that there is, and back. */
    private static List<Button> otherShelf(List<SavedEntry> all, Shelf shelf, Optional<String> query) {
        Request first = Request.of(SPEC).with(Paging.PAGE, 1);
        if (query.isPresent() || (shelf == Shelf.OPEN && Shelf.OPEN.of(all).size() == all.size())) {
            return List.of();
        }
        return List.of(
                shelf == Shelf.OPEN
                        ? new Button.Ask("Show all", first.with(STATE, Shelf.ALL))
                        : new Button.Ask("Show unread", first));
    }

    private Content page(
            CommandCall call, String heading, List<SavedEntry> entries, String reading, List<Button> other) {
        Paging paging = new Paging(call.find(Paging.PAGE).orElse(1), PAGE_SIZE);
        List<SavedEntry> shown =
                entries.stream().skip(paging.offset()).limit(PAGE_SIZE).toList();
        if (shown.isEmpty()) {
            return Notice.info(
                    "Your reading list has no page " + paging.page() + ".", "/papers saved shows its first.");
        }
        Map<PaperId, Paper> papers =
                index.findAll(shown.stream().map(SavedEntry::paper).toList());
        String place = paging.place(shown.size(), entries.size(), true);
        return new PaperList(
                heading,
                paging.first(),
                shown.stream().map(entry -> card(entry, papers)).toList(),
                Stream.of(place, reading).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")),
                Stream.concat(
                                paging
                                        .buttons(call.request(), paging.offset() + shown.size() < entries.size())
                                        .stream(),
                                other.stream())
                        .toList());
    }

    /** {@code Your reading list · 3 to read · 1 reading · 12 read}. */
    private static String overview(List<SavedEntry> all) {
        if (Shelf.TO_READ.of(all).size() == all.size()) {
            return LIST + count(all.size());
        }
        return LIST
                + Stream.of(Shelf.TO_READ, Shelf.READING, Shelf.READ)
                        .filter(shelf -> !shelf.of(all).isEmpty())
                        .map(shelf -> "%,d %s".formatted(shelf.of(all).size(), said(shelf)))
                        .collect(Collectors.joining(" · "));
    }

    private static String heading(Optional<String> query, Optional<Shelf> shelf, int found) {
        return LIST
                + Stream.of(query.map(Texts::quote), shelf.map(SavedCommand::said), Optional.of(count(found)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "));
    }

    private static String said(Shelf shelf) {
        return STATE.write(shelf).replace('-', ' ');
    }

    static String count(int papers) {
        return papers == 1 ? "1 paper" : "%,d papers".formatted(papers);
    }

    private static Notice nothing(List<SavedEntry> all, Optional<String> query, Shelf shelf, String reading) {
        String whole = "Your whole list, " + count(all.size()) + ", is shown by /papers saved state:all.";
        if (query.isPresent()) {
            return Notice.info(
                    "Nothing on your reading list fits " + Texts.quote(query.get()) + ".",
                    (reading + " " + whole).strip());
        }
        Notice notice = shelf == Shelf.OPEN
                ? Notice.info("There is nothing left to read on your list.", whole)
                : Notice.info("Nothing on your reading list is marked as " + said(shelf) + ".", whole);
        return notice.offering(otherShelf(all, shelf, query));
    }

    private PaperCard card(SavedEntry entry, Map<PaperId, Paper> papers) {
        Paper paper = known(entry, papers);
        List<Button> actions = new ArrayList<>();
        actions.add(
                Shelf.OPEN.holds(entry)
                        ? new Button.Ask("✓ Read", MarkCommand.request(paper.id(), ReadingState.READ))
                        : new Button.Ask("To read", MarkCommand.request(paper.id(), ReadingState.TO_READ)));
        actions.add(new Button.Ask("Remove", Request.of(UnsaveCommand.SPEC).with(UnsaveCommand.ID, paper.id())));
        buttons.apply(paper.id()).stream().filter(button -> !isSave(button)).forEach(actions::add);
        return new PaperCard("", paper, about(entry), actions);
    }

    /** The list outlives the index: a paper that it has lost still stands there, by its id. */
    static Paper known(SavedEntry entry, Map<PaperId, Paper> papers) {
        return Optional.ofNullable(papers.get(entry.paper()))
                .orElseGet(() -> Paper.of(entry.paper(), entry.paper().value()));
    }

    private static String about(SavedEntry entry) {
        String state =
                entry.state() == ReadingState.TO_READ ? "" : entry.state().said();
        return Stream.of(entry.saved(), state, entry.remark().text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static boolean isSave(Button button) {
        return button instanceof Button.Ask ask && ask.request().spec().equals(SaveCommand.SPEC);
    }
}
