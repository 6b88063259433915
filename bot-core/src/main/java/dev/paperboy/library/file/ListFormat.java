package dev.paperboy.library.file;

import dev.paperboy.command.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of file that a reading list can be written as. */
public enum ListFormat {
    BIBTEX("BibTeX", "bib", BibTexFile::write),
    RIS("RIS", "ris", RisFile::write),
    CSL_JSON("CSL-JSON", "json", CslJsonFile::write),
    CSV("CSV", "csv", CsvFile::write),
    MARKDOWN("Markdown", "md", MarkdownFile::write);

    private final String title;
    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final Function<List<ListedPaper>, String> writer;

    ListFormat(String title, String extension, Function<List<ListedPaper>, String> writer) {
        this.title = title;
        this.extension = extension;
        this.writer = writer;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** What its file's name ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /** A list as the text of such a file, in the order given; to be encoded as UTF-8. */
    public String write(List<ListedPaper> list) {
        return writer.apply(list);
    }

    /** What a file says, in whichever form that can be read; empty if it is neither BibTeX nor CSV. */
    public static Optional<References> read(Attachment file) {
        List<Function<String, Optional<References>>> readers = List.of(BibTexFile::read, CsvFile::read);
        boolean table = file.extension().equals("csv") || file.extension().equals("tsv");
        return Stream.concat(Stream.of(table ? readers.getLast() : readers.getFirst()), readers.stream())
                .map(reader -> reader.apply(file.text()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
