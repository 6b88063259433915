package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.file.ListFormat;
import dev.paperboy.library.file.Reference;
import dev.paperboy.library.file.References;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /papers import}: puts the papers of a file of references on one's reading list. */
public final class ImportCommand implements Command {

    /** How many that were not found are named in the answer; more come as a file. */
    private static final int NAMED = 5;

    public static final Param.TextFile FILE =
            Param.file("file", "a BibTeX or CSV file").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of(
                    "import", "Put the papers of a BibTeX or CSV file on your reading list", FILE)
            .answeredPrivately()
            .explained("On Slack I ask for the file; on Discord there is a field for it. Zotero, JabRef, Mendeley and"
                    + " Google Scholar write BibTeX, and /papers export writes both. I know a paper by its arXiv id,"
                    + " link or DOI, or by its title, and fetch from arXiv what I don't have yet. Keywords become"
                    + " #tags. What is on your list stays there, and I tell you what I could not find.")
            .example("import");

    private final ReadingLists lists;
    private final Resolution resolution;
    private final InstantSource clock;

    public ImportCommand(
            ReadingLists lists, PaperIndex index, QueryParser parser, OnDemand papers, InstantSource clock) {
        this.lists = lists;
        this.resolution = new Resolution(index, parser, papers);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        return Reply.privately(content(call, call.get(FILE)));
    }

    private Content content(CommandCall call, Attachment file) {
        Optional<References> read = ListFormat.read(file);
        if (read.isEmpty()) {
            return Notice.problem(
                    Texts.quote(file.name()) + " is neither BibTeX nor a CSV file whose first line names its columns.",
                    "For CSV I need a column that says which papers are meant: id, doi, url or title.");
        }
        if (read.get().all().size() > References.MOST) {
            return Notice.problem(
                    "%s names more than %,d papers, which is the most at a time."
                            .formatted(Texts.quote(file.name()), References.MOST),
                    "Divide it, and send me one part after the other.");
        }
        return put(call, file, read.get());
    }

    private Content put(CommandCall call, Attachment file, References references) {
        Resolution.Resolved resolved = resolution.of(references.all());
        List<Missing> missing = missing(references, resolved);
        Map<PaperId, SavedEntry> entries = entries(references.all(), resolved);
        if (entries.isEmpty() && missing.isEmpty()) {
            return Notice.problem(Texts.quote(file.name()) + " names no paper.", "");
        }
        // Of one instant the last saved stands first, and so the file's order stays.
        int added = lists.addAll(call.user(), List.copyOf(entries.values()).reversed());
        return report(file, added, entries.size() - added, missing);
    }

    private Map<PaperId, SavedEntry> entries(List<Reference> references, Resolution.Resolved resolved) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<PaperId, SavedEntry> entries = new LinkedHashMap<>();
        for (Reference reference : references) {
            PaperId paper = resolved.papers().get(reference);
            if (paper != null) {
                Instant at = reference.savedAt().filter(now::isAfter).orElse(now);
                SavedEntry entry = new SavedEntry(paper, at, reference.state(), fitting(reference.remark()));
                entries.merge(paper, entry, SavedEntry::adding);
            }
        }
        return entries;
    }

    /** As much of a remark as can be kept. */
    private static Remark fitting(Remark remark) {
        SortedSet<String> tags =
                remark.tags().stream().limit(Remark.MOST_TAGS).collect(Collectors.toCollection(TreeSet::new));
        return new Remark(tags, Texts.cut(remark.note(), Remark.LONGEST_NOTE));
    }

    /**
     * What did not come onto the list.
     *
     * @param why a clause for people
     */
    private record Missing(String name, String why) {}

    private static List<Missing> missing(References references, Resolution.Resolved resolved) {
        List<Missing> missing = new ArrayList<>();
        for (Reference reference : references.all()) {
            if (resolved.unasked().contains(reference)) {
                missing.add(new Missing(reference.name(), "arXiv does not answer; import it again later"));
            } else if (!resolved.papers().containsKey(reference)) {
                missing.add(new Missing(
                        reference.name(),
                        reference.ids().isEmpty() && reference.title().isEmpty()
                                ? "it has neither id nor title"
                                : "I know no such paper"));
            }
        }
        references.unreadable().forEach(name -> missing.add(new Missing(name, "this entry is broken")));
        return missing;
    }

    private static Content report(Attachment file, int added, int there, List<Missing> missing) {
        String name = Texts.quote(file.name());
        String done = added == 0
                ? "No new paper from " + name + "."
                : "Put " + SavedCommand.count(added) + " of " + name + " on your reading list.";
        String already =
                there == 0 ? "" : there == 1 ? "1 was there already." : "%,d were there already.".formatted(there);
        String lost = missing.isEmpty() ? "" : "%,d could not be matched".formatted(missing.size());
        if (missing.size() > NAMED) {
            return new Document(
                    done,
                    sentences(already, lost + "; the file says which."),
                    "not-matched.txt",
                    missing.stream()
                            .map(one -> one.name() + ": " + one.why() + "\n")
                            .collect(Collectors.joining()));
        }
        String named = missing.stream()
                .map(one -> Texts.quote(one.name()) + " (" + one.why() + ")")
                .collect(Collectors.joining(", "));
        String hint = sentences(already, missing.isEmpty() ? "" : lost + ": " + named + ".");
        return (added + there == 0 ? Notice.problem(done, hint) : Notice.done(done, hint))
                .offering(List.of(new Button.Ask("Show my list", Request.of(SavedCommand.SPEC))));
    }

    private static String sentences(String... sentences) {
        return Stream.of(sentences).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
