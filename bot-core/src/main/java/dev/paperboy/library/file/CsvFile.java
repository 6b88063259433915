package dev.paperboy.library.file;

import dev.paperboy.library.MarkCommand;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV after RFC 4180, the first line naming the columns: everything there is to know, for spreadsheets and scripts. */
final class CsvFile {

    private static final String[] COLUMNS = {
        "id", "title", "authors", "published", "categories", "doi", "url", "state", "tags", "note", "saved_at"
    };

    /** What a spreadsheet would take for a formula, and run; text that begins so is a stranger's. */
    private static final Pattern FORMULA = Pattern.compile("['=+\\-@\\t].*", Pattern.DOTALL);

    private CsvFile() {}

    static String write(List<ListedPaper> list) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (ListedPaper listed : list) {
                printer.printRecord(row(listed));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> row(ListedPaper listed) {
        return List.of(
                listed.paper().id().value(),
                tame(listed.paper().title()),
                tame(listed.paper().authors().stream().map(Author::name).collect(Collectors.joining("; "))),
                listed.day().map(Object::toString).orElse(""),
                listed.paper().categories().stream().map(Category::code).collect(Collectors.joining(" ")),
                listed.doi().orElse(""),
                listed.paper().url().toString(),
                MarkCommand.STATE.write(listed.entry().state()),
                String.join(" ", listed.entry().remark().tags()),
                tame(listed.entry().remark().note()),
                listed.entry().savedAt().toString());
    }

    /** As spreadsheets mark a text that is not to be run. */
    private static String tame(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
