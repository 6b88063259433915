package dev.paperboy.library.file;

import dev.paperboy.paper.Author;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** RIS: the lines that reference managers have exchanged since the eighties; tags are keywords, the note is a note. */
final class RisFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    private RisFile() {}

    static String write(List<ListedPaper> list) {
        StringBuilder text = new StringBuilder();
        list.forEach(listed -> record(listed, text));
        return text.toString();
    }

    private static void record(ListedPaper listed, StringBuilder text) {
        line(text, "TY", listed.paper().id().isArxiv() ? "UNPB" : "GEN");
        line(text, "TI", listed.paper().title());
        listed.paper().authors().stream()
                .map(Author::name)
                .map(PersonName::of)
                .forEach(name -> line(text, "AU", name.group() ? name.family().replace(",", "") : name.inverted()));
        listed.day().ifPresent(day -> dated(text, day));
        line(text, "PB", listed.paper().id().isArxiv() ? "arXiv" : "");
        line(
                text,
                "AN",
                listed.paper().id().isArxiv() ? "arXiv:" + listed.paper().id() : "");
        line(text, "DO", listed.doi().orElse(""));
        line(text, "UR", listed.paper().url().toString());
        listed.entry().remark().tags().forEach(tag -> line(text, "KW", tag));
        line(text, "N1", listed.entry().remark().note());
        text.append("ER  - \r\n\r\n");
    }

    private static void dated(StringBuilder text, LocalDate day) {
        line(text, "PY", String.valueOf(day.getYear()));
        line(text, "DA", DAY.format(day));
    }

    /** All values are of one line: so are titles, names, tags and notes. */
    private static void line(StringBuilder text, String tag, String value) {
        if (!value.isEmpty()) {
            text.append(tag).append("  - ").append(value).append("\r\n");
        }
    }
}
