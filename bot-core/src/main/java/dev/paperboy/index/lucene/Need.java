package dev.paperboy.index.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a query needs of a document, without its score: sets of documents can be calculated with, term by term. */
sealed interface Need {

    /** Holds a term. */
    record Held(Term term) implements Need {}

    /** All of it; of nothing, every document. */
    record All(List<Need> needs) implements Need {

        static final All NOTHING = new All(List.of());

        /** The cheap ones first, so that most documents are out before Lucene is asked. */
        public All {
            needs = needs.stream()
                    .sorted(Comparator.comparing(Asked.class::isInstance))
                    .toList();
        }
    }

    /** At least one of it; of nothing, no document. */
    record Any(List<Need> needs) implements Need {

        static final Any NOTHING = new Any(List.of());

        public Any {
            needs = List.copyOf(needs);
        }
    }

    /** None of it. */
    record Not(Need need) implements Need {}

    /**
     * What only Lucene can tell, such as whether words stand side by side.
     *
     * @param first what a document must have for it to be worth asking
     */
    record Asked(Query query, Need first) implements Need {}

    /** What a query needs; what is not known here is left to Lucene. */
    static Need of(Query query) {
        return switch (query) {
            case TermQuery term -> new Held(term.getTerm());
            case BoostQuery boost -> of(boost.getQuery());
            case ConstantScoreQuery constant -> of(constant.getQuery());
            case MatchAllDocsQuery _ -> All.NOTHING;
            case BooleanQuery bool when bool.getMinimumNumberShouldMatch() == 0 -> of(bool);
            case PhraseQuery phrase -> new Asked(phrase, allOf(List.of(phrase.getTerms())));
            case SpanTermQuery term -> new Held(term.getTerm());
            case SpanQuery span -> new Asked(span, first(span));
            default -> new Asked(query, All.NOTHING);
        };
    }

    private static Need of(BooleanQuery query) {
        List<Need> all = new ArrayList<>();
        List<Need> any = new ArrayList<>();
        boolean required = false;
        for (BooleanClause clause : query.clauses()) {
            Need need = of(clause.query());
            switch (clause.occur()) {
                case MUST, FILTER -> all.add(need);
                case MUST_NOT -> all.add(new Not(need));
                case SHOULD -> any.add(need);
            }
            required |= clause.occur() == Occur.MUST || clause.occur() == Occur.FILTER;
        }
        if (!required) {
            all.add(new Any(any));
        }
        return all.size() == 1 ? all.getFirst() : new All(all);
    }

    private static Need allOf(List<Term> terms) {
        return new All(terms.stream().<Need>map(Held::new).toList());
    }

    private static Need first(SpanQuery query) {
        return switch (query) {
            case SpanTermQuery term -> new Held(term.getTerm());
            case SpanNearQuery near ->
                new All(List.of(near.getClauses()).stream().map(Need::first).toList());
            case SpanPositionRangeQuery range -> first(range.getMatch());
            default -> All.NOTHING;
        };
    }

    /**
     * Terms of which a document must hold at least one, as few and as rare as can be told; empty if documents without any
     * particular term can fit.
     */
    default Optional<List<Term>> anchors() {
        return switch (this) {
            case Held(Term term) -> Optional.of(List.of(term));
            case All(List<Need> needs) ->
                needs.stream().flatMap(need -> need.anchors().stream()).min(Comparator.comparingInt(Need::cost));
            case Any(List<Need> needs) -> together(needs);
            case Not _ -> Optional.empty();
            case Asked(Query _, Need first) -> first.anchors();
        };
    }

    /** All terms it is of. */
    default Stream<Term> terms() {
        return switch (this) {
            case Held(Term term) -> Stream.of(term);
            case All(List<Need> needs) -> needs.stream().flatMap(Need::terms);
            case Any(List<Need> needs) -> needs.stream().flatMap(Need::terms);
            case Not(Need need) -> need.terms();
            case Asked(Query _, Need first) -> first.terms();
        };
    }

    private static Optional<List<Term>> together(List<Need> needs) {
        List<Term> terms = new ArrayList<>();
        for (Need need : needs) {
            Optional<List<Term>> some = need.anchors();
            if (some.isEmpty()) {
                return Optional.empty();
            }
            terms.addAll(some.get());
        }
        return Optional.of(terms.stream().distinct().toList());
    }

    /** The more documents are likely to hold one of the terms, the more; names are rarer than words, long words than short. */
    private static int cost(List<Term> anchors) {
        return anchors.stream().mapToInt(Need::cost).sum();
    }

    private static int cost(Term term) {
        int common = switch (term.field()) {
            case Fields.ID, Fields.ALIAS -> 0;
            case Fields.AUTHOR -> 30;
            case Fields.CATEGORY, Fields.HAS -> 1_000;
            default -> 100;
        };
        return Math.max(1, common - term.bytes().length);
    }
}
