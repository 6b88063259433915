package dev.paperboy.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Figures in aligned columns, the first of which says what they are of. */
final class Table {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    /** @param cells as many as there are heads */
    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(PrintWriter out) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> out.println(line(row, widths)));
        out.println();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(row.getFirst())
                .repeat(' ', widths[0] - row.getFirst().length());
        for (int column = 1; column < widths.length; column++) {
            line.append(BETWEEN)
                    .repeat(' ', widths[column] - row.get(column).length())
                    .append(row.get(column));
        }
        return line.toString().stripTrailing();
    }
}
