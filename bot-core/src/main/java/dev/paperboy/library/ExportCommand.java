package dev.paperboy.library;

import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.file.ListFormat;
import dev.paperboy.library.file.ListedPaper;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /papers export}: one's reading list, or part of it, as a file for other programs. */
public final class ExportCommand implements Command {

    public static final Param.Choice<ListFormat> FORMAT =
            Param.choice("format", "for LaTeX, Zotero, a spreadsheet, a wiki; without it BibTeX", ListFormat.class);

    public static final Param<Shelf> STATE = Param.choice("state", "which papers; without it all", Shelf.class);

    public static final Param<String> QUERY =
            Param.text("query", "only these, by the search syntax, by #tags or by words of your notes");

    public static final CommandSpec SPEC = CommandSpec.of(
                    "export", "Get your reading list as a file", FORMAT, STATE, QUERY)
            .answeredPrivately()
            .explained("BibTeX for LaTeX, RIS and CSL-JSON for reference managers, CSV for spreadsheets, Markdown for"
                    + " pages. Tags are keywords there and notes are notes; CSV and BibTeX carry how far you are, too."
                    + " The file is for you alone: on Slack it comes into our direct conversation.")
            .example("export")
            .example("export ris")
            .example("export markdown read #recsys");

    private final ReadingLists lists;
    private final PaperIndex index;
    private final ListSearch search;
    private final InstantSource clock;

    public ExportCommand(ReadingLists lists, PaperIndex index, QueryParser parser, InstantSource clock) {
        this.lists = lists;
        this.index = index;
        this.search = new ListSearch(index, parser);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    /** What writes the part of a list that is shown, as BibTeX. */
    static Request request(Shelf shelf, Optional<String> query) {
        Request request = Request.of(SPEC).with(STATE, shelf);
        return query.isPresent() ? request.with(QUERY, query.get()) : request;
    }

    @Override
    public Reply answer(CommandCall call) {
        return Reply.privately(content(call));
    }

    private Content content(CommandCall call) {
        List<SavedEntry> all = lists.entries(call.user());
        List<SavedEntry> wanted = search.of(all, call.find(STATE).orElse(Shelf.ALL), call.find(QUERY))
                .entries();
        if (wanted.isEmpty()) {
            return all.isEmpty()
                    ? Notice.info("Your reading list is empty.", "Put a 🔖 under any of my posts to keep a paper.")
                    : Notice.info(
                            "Nothing on your reading list fits "
                                    + call.find(QUERY).map(Texts::quote).orElse("that") + ".",
                            "/papers export alone writes the whole list, " + SavedCommand.count(all.size())
                                    + ". The formats are " + String.join(", ", FORMAT.words()) + ".");
        }
        ListFormat format = call.find(FORMAT).orElse(ListFormat.BIBTEX);
        String part = wanted.size() == all.size()
                ? "Your reading list"
                : SavedCommand.count(wanted.size()) + " of your reading list";
        String size = wanted.size() == all.size() ? ", " + SavedCommand.count(all.size()) : "";
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Document(
                part + " as " + format.title() + size + ".",
                call.find(FORMAT).isPresent() ? "" : "The formats are " + String.join(", ", FORMAT.words()) + ".",
                "reading-list-" + today + "." + format.extension(),
                format.write(listed(wanted)));
    }

    private List<ListedPaper> listed(List<SavedEntry> entries) {
        Map<PaperId, Paper> papers =
                index.findAll(entries.stream().map(SavedEntry::paper).toList());
        return entries.stream()
                .map(entry ->
                        new ListedPaper(entry, SavedCommand.known(entry, papers).withId(entry.paper())))
                .toList();
    }
}
