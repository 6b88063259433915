package dev.paperboy.index;

import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.AnyOf;
import dev.paperboy.index.Clause.Has;
import dev.paperboy.index.Clause.InCategory;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Named;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Phrase;
import dev.paperboy.index.Clause.Published;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery.Sense;
import dev.paperboy.index.PaperQuery.Sort;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the query language; it understands what it can, notes what it could not, and never throws.
 *
 * <p>Plain words just work. Beside them: {@code "phrases"}, {@code -exclusion}, {@code a OR b}, {@code ( )},
 * {@code author:}, {@code title:}, {@code abstract:}, {@code cs.CL} or {@code cat:cs.*}, {@code year:2024..2026},
 * {@code since:7d}, {@code until:}, {@code has:code}, {@code sort:new}, and an arXiv id, link or DOI anywhere. Several
 * categories mean any of them; everything else adds up. What arXiv's own search understands ({@code ti:}, {@code au:},
 * {@code abs:}, {@code all:}, {@code AND}, {@code NOT}) is understood too. Filters without words, or an order alone, ask
 * for the newest papers.
 */
public final class QueryParser {

    /** The longest text that is read, in characters; the rest is cut off with a note. */
    public static final int MAX_LENGTH = 8_000;

    /** The most clauses that are kept; the rest is cut off with a note. */
    public static final int MAX_CLAUSES = 300;

    /** So many words are prose: a sentence or more that was pasted in. */
    private static final int PROSE = 20;

    private static final int MAX_DEPTH = 12;

    private static final Set<String> OR = Set.of("OR", "|", "||");
    private static final Set<String> AND = Set.of("AND", "&&");
    private static final Set<String> NOT = Set.of("NOT", "ANDNOT");

    private final InstantSource clock;

    /** @param clock says what day it is for {@code since:7d} */
    public QueryParser(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads one query. */
    public PaperQuery parse(String text) {
        return new Reading(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).query();
    }

    /** One pass over one text. */
    private static final class Reading {

        private final String text;
        private final List<QueryScanner.Token> tokens;
        private final List<QueryNote> notes = new ArrayList<>();
        private final QueryTerms terms;
        private int at;
        private int kept;

        Reading(String text, LocalDate today) {
            this.text = text;
            boolean cut = text.length() > MAX_LENGTH;
            this.tokens = unlessProse(QueryScanner.scan(cut ? text.substring(0, MAX_LENGTH) : text));
            this.terms = new QueryTerms(today, notes);
            if (cut) {
                note(QueryNote.Kind.CUT_SHORT, "");
            }
        }

        /** In a pasted paragraph quotation marks, parentheses and dashes are punctuation, and no demand. */
        private static List<QueryScanner.Token> unlessProse(List<QueryScanner.Token> tokens) {
            List<String> words = tokens.stream()
                    .filter(QueryScanner.Token.Plain.class::isInstance)
                    .map(token -> ((QueryScanner.Token.Plain) token).text())
                    .toList();
            boolean prose = words.size() >= PROSE
                    && words.stream().noneMatch(word -> OR.contains(word) || AND.contains(word) || NOT.contains(word));
            return prose ? tokens.stream().flatMap(Reading::asProse).toList() : tokens;
        }

        private static Stream<QueryScanner.Token> asProse(QueryScanner.Token token) {
            return switch (token) {
                case QueryScanner.Token.Plain plain -> Stream.of(withoutColon(plain));
                case QueryScanner.Token.Quoted quoted
                when quoted.field().isEmpty() ->
                    QueryScanner.scan(quoted.text()).stream().flatMap(Reading::asProse);
                case QueryScanner.Token.Quoted quoted -> Stream.of(quoted);
                case QueryScanner.Token.Minus _,
                        QueryScanner.Token.Open _,
                        QueryScanner.Token.Close _,
                        QueryScanner.Token.LoneQuote _ -> Stream.empty();
            };
        }

        /** As in "is shown by: first", which asks for no author. */
        private static QueryScanner.Token withoutColon(QueryScanner.Token.Plain word) {
            String text = word.text();
            return text.length() > 1 && text.endsWith(":")
                    ? new QueryScanner.Token.Plain(text.substring(0, text.length() - 1))
                    : word;
        }

        PaperQuery query() {
            List<Clause> clauses = new ArrayList<>();
            while (at < tokens.size()) {
                clauses.addAll(sequence(0));
                if (at < tokens.size()) {
                    note(QueryNote.Kind.UNBALANCED_PARENTHESIS, ")");
                    at++;
                }
            }
            Clause read = onlyNamed(simplified(clauses));
            Clause clause = onlyCommon(read) ? AllOf.NOTHING : read;
            Sort sort = terms.sort().orElse(onlyFilters(clause) ? Sort.NEW : Sort.BEST);
            Sense sense = clause.equals(AllOf.NOTHING) ? senseOfNothing(read) : senseOfSomething();
            return new PaperQuery(
                    text, clause, sense, notes, sort, 0, PaperQuery.DEFAULT_LIMIT, PaperQuery.Mode.HYBRID);
        }

        /** Items up to the closing parenthesis of this depth, or the end. */
        private List<Clause> sequence(int depth) {
            List<Clause> items = new ArrayList<>();
            while (at < tokens.size() && !(tokens.get(at) instanceof QueryScanner.Token.Close)) {
                if (kept >= MAX_CLAUSES) {
                    note(QueryNote.Kind.CUT_SHORT, "");
                    at = tokens.size();
                } else if (isWord(OR)) {
                    skipJoints();
                    either(items, item(depth));
                } else {
                    items.addAll(item(depth));
                }
            }
            return items.stream()
                    .flatMap(one -> one instanceof AllOf all ? all.clauses().stream() : Stream.of(one))
                    .toList();
        }

        /** Joins what stands on both sides of an OR. */
        private static void either(List<Clause> items, List<Clause> right) {
            if (items.isEmpty() || right.isEmpty()) {
                items.addAll(right);
                return;
            }
            Clause left = items.removeLast();
            List<Clause> choices = new ArrayList<>(left instanceof AnyOf any ? any.clauses() : List.of(left));
            choices.add(right.size() == 1 ? right.getFirst() : new AllOf(right));
            items.add(new AnyOf(choices));
        }

        private List<Clause> item(int depth) {
            if (at >= tokens.size()) {
                return List.of();
            }
            if (isWord(AND)) {
                at++;
                return List.of();
            }
            if (isWord(NOT)) {
                at++;
                return excluded(depth);
            }
            return switch (tokens.get(at++)) {
                case QueryScanner.Token.Minus _ -> excluded(depth);
                case QueryScanner.Token.Open _ -> group(depth);
                case QueryScanner.Token.Plain plain -> keep(plain(plain.text()));
                case QueryScanner.Token.Quoted quoted -> keep(terms.quoted(quoted));
                case QueryScanner.Token.LoneQuote _ -> lone();
                case QueryScanner.Token.Close _ -> {
                    at--;
                    yield List.of();
                }
            };
        }

        /** A row of exclusions is counted, not descended into, for it may be long; two of them undo each other. */
        private List<Clause> excluded(int depth) {
            boolean excluded = true;
            while (at < tokens.size() && isExclusion()) {
                at++;
                excluded = !excluded;
            }
            List<Clause> inner = item(depth);
            if (inner.isEmpty() || !excluded) {
                return inner;
            }
            Clause one = inner.size() == 1 ? inner.getFirst() : new AllOf(inner);
            return List.of(one instanceof Not not ? not.clause() : new Not(one));
        }

        private List<Clause> group(int depth) {
            if (depth >= MAX_DEPTH) {
                note(QueryNote.Kind.UNBALANCED_PARENTHESIS, "(");
                return List.of();
            }
            List<Clause> inner = sequence(depth + 1);
            if (at < tokens.size()) {
                at++;
            } else {
                note(QueryNote.Kind.UNBALANCED_PARENTHESIS, "(");
            }
            return inner.size() > 1 ? List.of(new AllOf(inner)) : inner;
        }

        private List<Clause> lone() {
            note(QueryNote.Kind.UNBALANCED_QUOTE, "\"");
            return List.of();
        }

        private List<Clause> keep(List<Clause> clauses) {
            kept += clauses.size();
            return clauses;
        }

        /** The word after a field that was followed by a space, as in {@code author: hinton}. */
        private Optional<String> nextPlain() {
            boolean free = at < tokens.size() && !isWord(OR) && !isWord(AND) && !isWord(NOT);
            return free
                            && tokens.get(at) instanceof QueryScanner.Token.Plain plain
                            && QueryField.before(plain.text()).isEmpty()
                    ? Optional.of(plain.text()).filter(_ -> at++ >= 0)
                    : Optional.empty();
        }

        /** A phrase belongs to the field before it even if a space parts them. */
        private List<Clause> plain(String word) {
            boolean field = word.indexOf(':') == word.length() - 1
                    && QueryField.before(word).isPresent();
            if (field
                    && at < tokens.size()
                    && tokens.get(at) instanceof QueryScanner.Token.Quoted quoted
                    && quoted.field().isEmpty()) {
                at++;
                String name = word.substring(0, word.length() - 1);
                return terms.quoted(new QueryScanner.Token.Quoted(name, quoted.text(), quoted.phrase()));
            }
            return terms.plain(word, this::nextPlain);
        }

        private boolean isExclusion() {
            return tokens.get(at) instanceof QueryScanner.Token.Minus || isWord(NOT);
        }

        private boolean isWord(Set<String> words) {
            return tokens.get(at) instanceof QueryScanner.Token.Plain plain && words.contains(plain.text());
        }

        /** A row of them, as in {@code a OR OR b}, joins no more than one. */
        private void skipJoints() {
            while (at < tokens.size() && (isWord(OR) || isWord(AND))) {
                at++;
            }
        }

        /** Several categories mean any of them: nobody asks for the few papers that are in all. */
        private static Clause simplified(List<Clause> clauses) {
            List<Clause> categories = clauses.stream()
                    .filter(InCategory.class::isInstance)
                    .distinct()
                    .toList();
            List<Clause> all = new ArrayList<>(clauses);
            if (categories.size() > 1) {
                int first = all.indexOf(categories.getFirst());
                all.set(first, new AnyOf(categories));
                all.removeIf(InCategory.class::isInstance);
            }
            return all.size() == 1 ? all.getFirst() : new AllOf(all);
        }

        /** Who gives an id wants that paper, whatever else the text says. */
        private Clause onlyNamed(Clause clause) {
            if (!(clause instanceof AllOf all)) {
                return clause;
            }
            List<Clause> named = all.clauses().stream()
                    .filter(Named.class::isInstance)
                    .distinct()
                    .toList();
            if (named.isEmpty()) {
                return clause;
            }
            if (named.size() < all.clauses().stream().distinct().count()) {
                note(QueryNote.Kind.ONLY_NAMED_PAPER, "");
            }
            return named.size() == 1 ? named.getFirst() : new AnyOf(named);
        }

        /** Emoji are symbols too, and are looked up as they are. */
        private Sense senseOfSomething() {
            return QueryTerms.isSymbols(text) ? Sense.SYMBOLS : Sense.SEARCHABLE;
        }

        /** Why there is nothing to look for. */
        private Sense senseOfNothing(Clause read) {
            if (QueryScanner.isBlank(text)) {
                return Sense.BLANK;
            }
            if (QueryTerms.isSymbols(text)) {
                return Sense.SYMBOLS;
            }
            List<QueryNote> losses = notes.stream().filter(QueryNote::isLoss).toList();
            boolean onlyCommon = losses.stream().allMatch(note -> note.kind() == QueryNote.Kind.COMMON_WORDS_IGNORED);
            if (onlyCommon && !(losses.isEmpty() && read.equals(AllOf.NOTHING))) {
                return Sense.COMMON_WORDS;
            }
            return losses.isEmpty() && terms.sort().isPresent() ? Sense.EVERYTHING : Sense.LEFT_OUT;
        }

        private static boolean onlyCommon(Clause clause) {
            return switch (clause) {
                case Word word -> CommonWords.only(word.text());
                case Not not -> onlyCommon(not.clause());
                case AllOf all -> all.clauses().stream().allMatch(Reading::onlyCommon);
                case AnyOf any -> any.clauses().stream().allMatch(Reading::onlyCommon);
                default -> false;
            };
        }

        /** Whether nothing in a clause could rank one paper before another. */
        private static boolean onlyFilters(Clause clause) {
            return switch (clause) {
                case InCategory _, Published _, Has _, Not _ -> true;
                case Word word -> CommonWords.only(word.text());
                case AllOf all ->
                    !all.clauses().isEmpty() && all.clauses().stream().allMatch(Reading::onlyFilters);
                case AnyOf any -> any.clauses().stream().allMatch(Reading::onlyFilters);
                case Phrase _, InField _, Named _ -> false;
            };
        }

        private void note(QueryNote.Kind kind, String subject) {
            QueryNote note = new QueryNote(kind, subject);
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }
    }
}
