package dev.paperboy.library.file;

import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.ReadingState;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.Key;
import org.jbibtex.StringValue;

/**
 * BibTeX: an entry each as arXiv itself writes it. What only its reader knows stands where programs look for it:
 * {@code keywords}, {@code annote}, and JabRef's {@code readstatus} and {@code timestamp}.
 */
final class BibTexFile {

    private static final Key READ_STATUS = new Key("readstatus");
    private static final Key TIMESTAMP = new Key("timestamp");
    private static final Key KEYWORDS = new Key("keywords");

    /** Within a name they would make two of it. */
    private static final Pattern SEPARATOR = Pattern.compile(",|(?i:(?<!\\S)and(?!\\S))");

    private BibTexFile() {}

    static String write(List<ListedPaper> list) {
        Map<PaperId, String> keys = CitationKeys.of(list);
        BibTeXDatabase database = new BibTeXDatabase();
        list.forEach(listed -> database.addObject(
                entry(listed, keys.getOrDefault(listed.paper().id(), ""))));
        StringWriter text = new StringWriter();
        try {
            new BibTeXFormatter().format(database, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static BibTeXEntry entry(ListedPaper listed, String key) {
        Paper paper = listed.paper();
        BibTeXEntry entry = new BibTeXEntry(BibTeXEntry.TYPE_MISC, new Key(key));
        put(entry, BibTeXEntry.KEY_TITLE, Latex.title(paper.title()));
        put(entry, BibTeXEntry.KEY_AUTHOR, authors(paper));
        put(
                entry,
                BibTeXEntry.KEY_YEAR,
                listed.day().map(LocalDate::getYear).map(String::valueOf).orElse(""));
        if (paper.id().isArxiv()) {
            put(entry, BibTeXEntry.KEY_EPRINT, paper.id().value());
            put(entry, new Key("archiveprefix"), "arXiv");
            put(
                    entry,
                    new Key("primaryclass"),
                    paper.categories().stream().findFirst().map(Category::code).orElse(""));
        }
        // Verbatim to every program that knows the field, so nothing is escaped; a brace alone would end it.
        put(entry, BibTeXEntry.KEY_DOI, listed.doi().orElse("").replaceAll("[{}\\\\]", ""));
        put(entry, BibTeXEntry.KEY_URL, paper.url().toString());
        put(entry, KEYWORDS, Latex.of(String.join(", ", listed.entry().remark().tags())));
        put(entry, BibTeXEntry.KEY_ANNOTE, Latex.of(listed.entry().remark().note()));
        ReadingState state = listed.entry().state();
        put(entry, READ_STATUS, state == ReadingState.TO_READ ? "" : MarkCommand.STATE.write(state));
        put(entry, TIMESTAMP, listed.entry().savedAt().toString());
        return entry;
    }

    private static void put(BibTeXEntry entry, Key field, String value) {
        if (!value.isEmpty()) {
            entry.addField(field, new StringValue(value, StringValue.Style.BRACED));
        }
    }

    private static String authors(Paper paper) {
        return paper.authors().stream()
                .map(Author::name)
                .map(PersonName::of)
                .map(BibTexFile::author)
                .collect(Collectors.joining(" and "));
    }

    private static String author(PersonName name) {
        if (name.group()) {
            return "{" + Latex.of(name.family()) + "}";
        }
        String family = name.particle().isEmpty() ? part(name.family()) : name.particle() + " " + part(name.family());
        String suffix = name.suffix().isEmpty() ? "" : ", " + part(name.suffix());
        return name.given().isEmpty() ? family : family + suffix + ", " + part(name.given());
    }

    private static String part(String words) {
        return SEPARATOR.matcher(words).find() ? "{" + Latex.of(words) + "}" : Latex.of(words);
    }
}
