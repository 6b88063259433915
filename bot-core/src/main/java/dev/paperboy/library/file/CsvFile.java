package dev.paperboy.library.file;

import dev.paperboy.library.MarkCommand;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

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

    /**
     * Reads what programs write as CSV, with commas, semicolons or tabs, its first line naming the columns.
     *
     * @return empty if no column says which papers are meant
     */
    static Optional<References> read(String text) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<String> names = parser.getHeaderNames().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            return names.stream().anyMatch(Fields::names) ? Optional.of(references(parser, names)) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException noTable) {
            return Optional.empty();
        }
    }

    private static References references(CSVParser parser, List<String> names) {
        List<Reference> all = new ArrayList<>();
        for (CSVRecord row : parser) {
            Map<String, String> values = new HashMap<>();
            for (int column = 0; column < Math.min(names.size(), row.size()); column++) {
                values.putIfAbsent(names.get(column), Fields.bounded(untamed(row.get(column))));
            }
            Fields fields = new Fields(values);
            boolean ours = values.containsKey("saved_at");
            if (all.size() > References.MOST) {
                break;
            }
            all.add(fields.reference(
                    "row " + (row.getRecordNumber() + 1), ours ? fields.value("note") : "", ours ? "\\s+" : "[;,]"));
        }
        return new References(all, List.of());
    }

    /** Of the signs that part cells the one that the first line has most of. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(c -> c == sign).count()))
                .orElseThrow();
    }

    private static String untamed(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).matches() ? cell.substring(1) : cell;
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
