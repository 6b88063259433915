package dev.paperboy.index;

import dev.paperboy.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as it was understood; {@link QueryParser} makes it from text.
 *
 * @param text as it was typed
 * @param clause what was understood
 * @param sense whether there is anything to search for
 * @param notes what was read kindly, in the order it was met
 * @param sort the order of the hits; newest first where nothing but filters could rank them
 * @param offset how many hits to skip, from 0 to {@value #MAX_OFFSET}
 * @param limit how many hits to return at most, from 1 to {@value #MAX_LIMIT}
 * @param mode how papers are looked for
 */
public record PaperQuery(
        String text, Clause clause, Sense sense, List<QueryNote> notes, Sort sort, int offset, int limit, Mode mode) {

    /** The deepest a reader can page, in hits. */
    public static final int MAX_OFFSET = 10_000;

    /** The most hits in one page. */
    public static final int MAX_LIMIT = 1_000;

    /** How many hits a query asks for unless told otherwise. */
    public static final int DEFAULT_LIMIT = 10;

    /** The most words and phrases of a query that are marked in an abstract. */
    private static final int MAX_SOUGHT = 100;

    /** The order of hits. */
    public enum Sort {
        /** By relevance; among equals new and noticed papers first. */
        BEST,
        /** Newest first, of those that clearly match. */
        NEW,
        /** Most upvotes first, of those that clearly match. */
        TOP
    }

    /** How papers are looked for. */
    public enum Mode {
        /** By their words. */
        KEYWORD,
        /** By their words and by what they mean, as far as they have been embedded. */
        HYBRID
    }

    /** What kind of question the text is. */
    public enum Sense {
        /** There is something to look for. */
        SEARCHABLE,
        /** Only an order: all papers, in that order. */
        EVERYTHING,
        /** Nothing was typed, or nothing that can be seen. */
        BLANK,
        /** Only words such as "the" and "of", which stand in every paper. */
        COMMON_WORDS,
        /** No letter or digit: punctuation (finds nothing) or emoji (looked up as they are). */
        SYMBOLS,
        /** What was typed could not be read, or joins nothing; the notes say which. */
        LEFT_OUT
    }

    public PaperQuery {
        notes = List.copyOf(notes);
        offset = Math.clamp(offset, 0, MAX_OFFSET);
        limit = Math.clamp(limit, 1, MAX_LIMIT);
    }

    /** Whether no paper in particular is asked for. */
    public boolean isEmpty() {
        return clause.equals(Clause.AllOf.NOTHING);
    }

    /** Whether a search can be made: something is asked for, or else everything. */
    public boolean isSearchable() {
        return !isEmpty() || sense == Sense.EVERYTHING;
    }

    /**
     * What was understood, in a short line for people such as {@code diffusion · author hinton · cs.CL · newest first};
     * empty for plain words and for papers named by id, which speak for themselves.
     */
    public String understood() {
        return Understanding.of(this);
    }

    /** What was understood and what was read kindly, in sentences for people; empty for plain words. */
    public String reading() {
        String understood = understood();
        return Stream.concat(
                        understood.isEmpty() ? Stream.empty() : Stream.of("Understood: " + understood + "."),
                        notes.stream().map(QueryNote::sentence))
                .collect(Collectors.joining(" "));
    }

    /** The papers that the query names by id, link or DOI; empty if it searches by anything else. */
    public List<PaperId> named() {
        return parts(clause).flatMap(PaperQuery::named).toList();
    }

    public PaperQuery withOffset(int skipped) {
        return new PaperQuery(text, clause, sense, notes, sort, skipped, limit, mode);
    }

    public PaperQuery withLimit(int hits) {
        return new PaperQuery(text, clause, sense, notes, sort, offset, hits, mode);
    }

    /** The same with one more note for the reader. */
    public PaperQuery noting(QueryNote note) {
        List<QueryNote> more = new ArrayList<>(notes);
        more.add(note);
        return new PaperQuery(text, clause, sense, more, sort, offset, limit, mode);
    }

    /** The same with what was most likely meant, and notes that say so. */
    public PaperQuery meant(Clause other, List<QueryNote> why) {
        List<QueryNote> more = new ArrayList<>(notes);
        more.addAll(why);
        return new PaperQuery(text, other, sense, more, sort, offset, limit, mode);
    }

    /** The text with the word that may have been meant, where that is in doubt. */
    public Optional<String> didYouMean() {
        return notes.stream()
                .filter(note -> note.kind() == QueryNote.Kind.DID_YOU_MEAN)
                .findFirst()
                .map(note -> text.replace(note.subject(), note.meant()));
    }

    /** This query as typed, understood as another of the same clause was in view of the papers that there are. */
    public PaperQuery understoodAs(PaperQuery other) {
        return meant(
                other.clause, other.notes.stream().filter(QueryNote::isOfPapers).toList());
    }

    public PaperQuery withMode(Mode other) {
        return new PaperQuery(text, clause, sense, notes, sort, offset, limit, other);
    }

    /** The same with its phrases as words, which says so; empty if it has none. */
    public Optional<PaperQuery> loosened() {
        List<QueryNote> said = new ArrayList<>(notes);
        List<Clause> loose = new ArrayList<>();
        parts(clause).forEach(part -> {
            if (part instanceof Clause.Phrase phrase && !(clause instanceof Clause.AnyOf)) {
                said.add(new QueryNote(QueryNote.Kind.NO_SUCH_PHRASE, phrase.written()));
                Stream.of(phrase.text().split(" ")).map(Clause.Word::new).forEach(loose::add);
            } else {
                loose.add(part);
            }
        });
        return said.size() == notes.size()
                ? Optional.empty()
                : Optional.of(new PaperQuery(text, new Clause.AllOf(loose), sense, said, sort, offset, limit, mode));
    }

    /** What is asked for in words, for a reader of meaning: all but filters and exclusions; empty if there are none. */
    public String question() {
        boolean asTyped = notes.stream().noneMatch(QueryNote::isOfPapers)
                && clause instanceof Clause.AllOf
                && parts(clause).allMatch(Clause.Word.class::isInstance);
        return asTyped ? text : joined(parts(clause).map(PaperQuery::said));
    }

    /** All words that are asked for, those of authors too. */
    public String words() {
        return joined(parts(clause).map(part -> part instanceof Clause.InField in ? in.text() : said(part)));
    }

    private static String joined(Stream<String> said) {
        return said.filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
    }

    /**
     * What can be marked in an abstract: the words that are asked for there, and the phrases, each as one; at most
     * {@value #MAX_SOUGHT}, and nothing of filters and exclusions.
     */
    public List<String> sought() {
        return sought(clause).distinct().limit(MAX_SOUGHT).toList();
    }

    private static Stream<String> sought(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> Stream.of(word.text());
            case Clause.Phrase phrase -> Stream.of(phrase.text());
            case Clause.InField in
            when in.field() == Clause.Field.ABSTRACT ->
                in.phrase() ? Stream.of(in.text()) : Stream.of(in.text().split(" "));
            case Clause.AllOf all -> all.clauses().stream().flatMap(PaperQuery::sought);
            case Clause.AnyOf any -> any.clauses().stream().flatMap(PaperQuery::sought);
            default -> Stream.empty();
        };
    }

    private static String said(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> word.text();
            case Clause.Phrase phrase -> phrase.text();
            case Clause.InField in when in.field() != Clause.Field.AUTHOR -> in.text();
            case Clause.AllOf all ->
                all.clauses().stream().map(PaperQuery::said).collect(Collectors.joining(" "));
            case Clause.AnyOf any ->
                any.clauses().stream().map(PaperQuery::said).collect(Collectors.joining(" "));
            default -> "";
        };
    }

    private static Stream<Clause> parts(Clause clause) {
        return switch (clause) {
            case Clause.AnyOf any -> any.clauses().stream();
            case Clause.AllOf all -> all.clauses().stream();
            case Clause other -> Stream.of(other);
        };
    }

    private static Stream<PaperId> named(Clause clause) {
        return clause instanceof Clause.Named paper ? Stream.of(paper.id()) : Stream.empty();
    }
}
