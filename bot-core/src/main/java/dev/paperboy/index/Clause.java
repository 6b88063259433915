package dev.paperboy.index;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One part of a {@link PaperQuery}: what a paper must be, or what it had better be. */
public sealed interface Clause {

    /** A plain word in any script; in a ranking search it may be missing, at a price. */
    record Word(String text) implements Clause {}

    /** Words that must stand side by side in title or abstract. */
    record Phrase(String text) implements Clause {}

    /**
     * Words that must stand in one field.
     *
     * @param text one or several words
     * @param phrase whether they must stand side by side
     */
    record InField(Field field, String text, boolean phrase) implements Clause {}

    /** A category, or with only an archive ({@code cs}) everything inside it. */
    record InCategory(Category category) implements Clause {}

    /** First appeared between two days, both included; open ends are {@link #FIRST_DAY} and {@link #LAST_DAY}. */
    record Published(LocalDate from, LocalDate to) implements Clause {

        public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
        public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    }

    /** Has something beyond its text. */
    record Has(Feature feature) implements Clause {}

    /** Is this very paper. */
    record Named(PaperId id) implements Clause {}

    /** Is not what the inner clause says. */
    record Not(Clause clause) implements Clause {}

    /** Is all of it. */
    record AllOf(List<Clause> clauses) implements Clause {

        /** Nothing asked for. */
        public static final AllOf NOTHING = new AllOf(List.of());

        public AllOf {
            clauses = List.copyOf(clauses);
        }
    }

    /** Is at least one of it. */
    record AnyOf(List<Clause> clauses) implements Clause {

        public AnyOf {
            clauses = List.copyOf(clauses);
        }
    }

    /** A field that can be asked for by name. */
    enum Field {
        AUTHOR("author"),
        TITLE("title"),
        ABSTRACT("abstract");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** As it is written before the colon. */
        public String word() {
            return word;
        }
    }

    /** What a paper may have: asked for as {@code has:code}. */
    enum Feature {
        CODE("code"),
        PROJECT("project");

        private final String word;

        Feature(String word) {
            this.word = word;
        }

        /** As it is written after the colon. */
        public String word() {
            return word;
        }
    }

    /** The clause in the query language, so that reading it again gives the same clause. */
    default String written() {
        return switch (this) {
            case Word word -> word.text();
            case Phrase phrase -> '"' + phrase.text() + '"';
            case InField in when in.phrase() -> in.field().word() + ":\"" + in.text() + '"';
            case InField in when in.text().indexOf(' ') >= 0 -> in.field().word() + ":(" + in.text() + ")";
            case InField in -> in.field().word() + ":" + in.text();
            case InCategory in -> "cat:" + in.category().code();
            case Published published -> QueryDates.written(published);
            case Has has -> "has:" + has.feature().word();
            case Named named -> "id:" + named.id();
            case Not not -> "-" + not.clause().written();
            case AllOf all -> all.clauses().stream().map(Clause::written).collect(Collectors.joining(" ", "(", ")"));
            case AnyOf any -> any.clauses().stream().map(Clause::written).collect(Collectors.joining(" OR ", "(", ")"));
        };
    }
}
