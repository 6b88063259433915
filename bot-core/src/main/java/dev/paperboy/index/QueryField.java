package dev.paperboy.index;

import dev.paperboy.command.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word that means something special before a colon, with all that is to be said about it. */
enum QueryField {
    AUTHOR("a name", "author:hinton", "author", "authors", "au", "by"),
    TITLE("a word", "title:attention", "title", "ti"),
    ABSTRACT("a word", "abstract:robot", "abstract", "abs"),
    CATEGORY("a category", "cat:cs.CL or cat:cs.*", "cat", "category", "categories"),
    YEAR("a year", "year:2024 or year:2020..2024", "year", "years"),
    SINCE("a span or a day", "since:7d or since:2024-03-31", "since", "after"),
    UNTIL("a day", "until:2024 or until:2024-03-31", "until", "before"),
    HAS("a word", "has:code or has:project", "has"),
    SORT("an order", "sort:new, sort:top or sort:best", "sort"),
    ID("an id", "id:2404.01234", "id", "arxiv", "doi"),
    /** What arXiv writes for "anywhere". */
    ALL("a word", "all:diffusion", "all");

    /** Shorter ones are too like any other word to have been meant by it. */
    private static final int SHORTEST_MEANT = 3;

    private final String needs;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> names;

    QueryField(String needs, String example, String... names) {
        this.needs = needs;
        this.example = example;
        this.names = List.of(names);
    }

    /** The field of a name, whatever its letter case. */
    static Optional<QueryField> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(wanted))
                .findFirst();
    }

    /** The field with whose name and colon a text begins. */
    static Optional<QueryField> before(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? Optional.empty() : of(text.substring(0, colon));
    }

    /** The field that a misspelt name was meant to be. */
    static Optional<QueryField> meant(String name) {
        List<String> known = Arrays.stream(values())
                .flatMap(field -> field.names.stream())
                .filter(one -> one.length() >= SHORTEST_MEANT)
                .toList();
        return Spelling.nearest(name, known).flatMap(QueryField::of);
    }

    /** As it is best written before the colon. */
    String word() {
        return names.getFirst();
    }

    /** What has to stand after the colon. */
    String needs() {
        return needs;
    }

    /** How it may be written with a value. */
    String example() {
        return example;
    }

    /** The part of a paper whose words it asks for; empty for fields that ask for something else. */
    Optional<Clause.Field> text() {
        return switch (this) {
            case AUTHOR -> Optional.of(Clause.Field.AUTHOR);
            case TITLE -> Optional.of(Clause.Field.TITLE);
            case ABSTRACT -> Optional.of(Clause.Field.ABSTRACT);
            case CATEGORY, YEAR, SINCE, UNTIL, HAS, SORT, ID, ALL -> Optional.empty();
        };
    }
}
