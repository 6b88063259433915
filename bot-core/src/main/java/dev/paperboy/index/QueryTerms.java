package dev.paperboy.index;

import dev.paperboy.index.Clause.Feature;
import dev.paperboy.index.Clause.Field;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Published;
import dev.paperboy.index.PaperQuery.Sort;
import dev.paperboy.paper.PaperId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Says what one token of a query means: a word, a field with its value, a category, an id. */
final class QueryTerms {

    /** Longer words are cut: no index holds them. */
    private static final int MAX_WORD = 200;

    private static final Pattern MARKS = Pattern.compile("[\"“”„‟«»＂()]");
    private static final Pattern PARTING = Pattern.compile("[:()\"“”„‟«»＂\\s]+");
    private static final Set<String> OPERATORS = Set.of("OR", "AND", "NOT", "ANDNOT");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern FIELD_SHAPE = Pattern.compile("[A-Za-z_]{2,15}");
    private static final Pattern LEADING_MARKS =
            Pattern.compile("^[^\\p{L}\\p{N}\\p{M}\\p{IsExtended_Pictographic}$\\\\]+");
    private static final String TRAILING_MARKS = " .,;:!?'’`*~^<>|&_[]{}=/\\-";

    private final LocalDate today;
    private final List<QueryNote> notes;
    private Optional<Sort> sort = Optional.empty();

    QueryTerms(LocalDate today, List<QueryNote> notes) {
        this.today = today;
        this.notes = notes;
    }

    /** The order that {@code sort:} asked for. */
    Optional<Sort> sort() {
        return sort;
    }

    /**
     * Reads what stands between white space.
     *
     * @param next takes the following word, for a field with a space after its colon
     */
    List<Clause> plain(String raw, Supplier<Optional<String>> next) {
        Optional<PaperId> named = named(raw);
        if (named.isPresent()) {
            return List.of(new Clause.Named(named.get()));
        }
        String inner = innermost(raw);
        int colon = inner.indexOf(':');
        if (colon > 0) {
            return withColon(inner.substring(0, colon), inner.substring(colon + 1), next);
        }
        return CategoryReader.bare(inner)
                .<List<Clause>>map(category -> List.of(new Clause.InCategory(category)))
                .orElseGet(() -> words(inner));
    }

    /** Reads what stands between quotation marks, with the field before them. */
    List<Clause> quoted(QueryScanner.Token.Quoted quoted) {
        String text = cleaned(quoted.text());
        Optional<PaperId> named = PaperId.parse(text);
        if (named.isPresent()) {
            return List.of(new Clause.Named(named.get()));
        }
        Optional<QueryField> field = QueryField.of(quoted.field());
        if (text.isEmpty()) {
            field.ifPresent(_ -> note(QueryNote.Kind.EMPTY_FIELD, quoted.field() + ":"));
            return List.of();
        }
        if (field.isPresent() && !quoted.phrase() && text.indexOf(' ') < 0) {
            return plain(quoted.field() + ":" + text, Optional::empty);
        }
        if (field.isPresent() && field.get() != QueryField.ALL) {
            return field(field.get(), quoted.field(), text, quoted.phrase());
        }
        return field.isPresent() && !quoted.phrase() ? words(text) : phrase(quoted.field(), text);
    }

    private List<Clause> phrase(String unknownField, String text) {
        if (!unknownField.isEmpty() && QueryField.of(unknownField).isEmpty()) {
            note(QueryNote.Kind.UNKNOWN_FIELD, unknownField + ":");
        }
        if (CommonWords.only(text)) {
            note(QueryNote.Kind.COMMON_WORDS_IGNORED, '"' + text + '"');
            return List.of();
        }
        return List.of(new Clause.Phrase(text));
    }

    private List<Clause> withColon(String name, String value, Supplier<Optional<String>> next) {
        Optional<QueryField> field = QueryField.of(name);
        if (field.isEmpty()) {
            return unknown(name, value);
        }
        Optional<String> given =
                Optional.of(value).filter(text -> !text.isEmpty()).or(next);
        if (given.isEmpty()) {
            note(QueryNote.Kind.EMPTY_FIELD, name + ":");
        }
        return given.map(text -> field(field.get(), name, text, false)).orElse(List.of());
    }

    /** Of fields in a row, as in {@code author:author:hinton}, the last is meant. */
    private String innermost(String raw) {
        String inner = raw;
        for (Optional<String> deeper = inside(inner); deeper.isPresent(); deeper = inside(inner)) {
            Optional<QueryField> outer = QueryField.before(inner);
            if (!outer.equals(QueryField.before(deeper.get())) && !outer.equals(Optional.of(QueryField.ALL))) {
                note(QueryNote.Kind.EMPTY_FIELD, inner.substring(0, inner.indexOf(':') + 1));
            }
            inner = deeper.get();
        }
        return inner;
    }

    /** What a field holds, if that is a field again; an id may have a colon of its own. */
    private static Optional<String> inside(String raw) {
        return QueryField.before(raw)
                .filter(field -> field != QueryField.ID)
                .map(_ -> cleaned(raw.substring(raw.indexOf(':') + 1)))
                .filter(value -> QueryField.before(value).isPresent());
    }

    /** Whether a text has no letter and no digit. */
    static boolean isSymbols(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private List<Clause> field(QueryField field, String name, String value, boolean phrase) {
        if (field == QueryField.SORT) {
            return order(name, value);
        }
        if (field == QueryField.ALL) {
            return words(value);
        }
        Optional<Field> text = field.text();
        if (text.isPresent()) {
            return inField(text.get(), name, value, phrase);
        }
        Optional<? extends Clause> clause = filter(field, value);
        if (clause.isEmpty()) {
            note(QueryNote.Kind.UNREADABLE_VALUE, name + ":" + value);
        }
        return clause.<List<Clause>>map(List::of).orElse(List.of());
    }

    /** Common words are names too: An, No and Will have written papers. */
    private List<Clause> inField(Field field, String name, String value, boolean phrase) {
        String text = cleaned(value);
        if (text.isEmpty()) {
            note(QueryNote.Kind.EMPTY_FIELD, name + ":");
            return List.of();
        }
        if (field != Field.AUTHOR && CommonWords.only(text)) {
            note(QueryNote.Kind.COMMON_WORDS_IGNORED, name + ":" + value);
            return List.of();
        }
        return List.of(new InField(field, text, phrase));
    }

    private List<Clause> order(String name, String value) {
        Optional<Sort> read = order(value);
        if (read.isEmpty()) {
            note(QueryNote.Kind.UNREADABLE_VALUE, name + ":" + value);
        }
        sort = read.or(() -> sort);
        return List.of();
    }

    private Optional<? extends Clause> filter(QueryField field, String value) {
        return switch (field) {
            case CATEGORY -> categories(value);
            case YEAR -> QueryDates.years(value);
            case SINCE -> QueryDates.since(value, today).map(day -> new Published(day, Published.LAST_DAY));
            case UNTIL -> QueryDates.until(value).map(day -> new Published(Published.FIRST_DAY, day));
            case HAS -> feature(value).map(Clause.Has::new);
            case ID -> PaperId.parse(value).or(() -> named(value)).map(Clause.Named::new);
            case AUTHOR, TITLE, ABSTRACT, SORT, ALL -> Optional.empty();
        };
    }

    /** Kind to a colon in a title: both sides are searched, and only what looks like a field is told about. */
    private List<Clause> unknown(String name, String value) {
        if (FIELD_SHAPE.matcher(name).matches() && value.matches("[\\p{L}\\p{N}].*")) {
            note(QueryNote.Kind.UNKNOWN_FIELD, name + ":");
        }
        return words(name + " " + value);
    }

    /** The words inside a token, with any category among them; colons and parentheses part words. */
    private static List<Clause> words(String raw) {
        return Arrays.stream(PARTING.split(raw))
                .map(QueryTerms::cleaned)
                .filter(word -> !word.isEmpty())
                .map(QueryTerms::word)
                .toList();
    }

    private static Clause word(String text) {
        return named(text)
                .<Clause>map(Clause.Named::new)
                .or(() -> CategoryReader.bare(text).map(Clause.InCategory::new))
                .orElseGet(() -> new Clause.Word(OPERATORS.contains(text) ? text.toLowerCase(Locale.ROOT) : text));
    }

    private static String cleaned(String raw) {
        String inside = SPACE.matcher(MARKS.matcher(raw).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        String bare = withoutTrailingMarks(LEADING_MARKS.matcher(inside).replaceFirst(""));
        return bare.length() > MAX_WORD && bare.indexOf(' ') < 0
                ? bare.substring(0, bare.offsetByCodePoints(0, bare.codePointCount(0, MAX_WORD)))
                : bare;
    }

    /** By hand: a regular expression for the end of a text begins anew at each mark of every row before it. */
    private static String withoutTrailingMarks(String text) {
        int end = text.length();
        while (end > 0 && TRAILING_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Optional<PaperId> named(String raw) {
        boolean never = raw.length() > 2 * PaperId.MAX_LENGTH || raw.chars().noneMatch(Character::isDigit);
        return never
                ? Optional.empty()
                : PaperId.parse(raw)
                        .filter(id -> id.isArxiv() || !raw.startsWith("title:"))
                        .or(() -> PaperId.mention(raw).map(PaperId.Mention::id));
    }

    private static Optional<? extends Clause> categories(String value) {
        List<Clause> read = Arrays.stream(value.split("[,|]"))
                .flatMap(code -> CategoryReader.value(code).stream())
                .<Clause>map(Clause.InCategory::new)
                .toList();
        return switch (read.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(read.getFirst());
            default -> Optional.of(new Clause.AnyOf(read));
        };
    }

    private static Optional<Feature> feature(String value) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.word().equalsIgnoreCase(value))
                .findFirst();
    }

    private static Optional<Sort> order(String value) {
        return Arrays.stream(Sort.values())
                .filter(order -> order.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private void note(QueryNote.Kind kind, String subject) {
        QueryNote note = new QueryNote(kind, subject);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
