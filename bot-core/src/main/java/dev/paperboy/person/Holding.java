package dev.paperboy.person;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is kept about a person, of one kind.
 *
 * @param name of the kind, for programs: lower case, words joined by underscores
 * @param one what a single one is called, for people
 * @param many what several are called
 * @param rows each a name and its value: a text, a number or an instant in ISO 8601
 */
public record Holding(String name, String one, String many, List<Map<String, Object>> rows) {

    public Holding {
        rows = List.copyOf(rows);
    }

    /** Both as one; rows that are alike count once. */
    Holding with(Holding other) {
        return new Holding(
                name,
                one,
                many,
                Stream.concat(rows.stream(), other.rows.stream()).distinct().toList());
    }

    /** How many there are, for people: {@code 12 papers on your reading list}. */
    String said() {
        return rows.size() == 1 ? "1 " + one : "%,d %s".formatted(rows.size(), many);
    }
}
