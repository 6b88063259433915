package dev.paperboy.index.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Reads what a Lucene query needs, and by which of its terms it is best filed. */
final class NeedReader {

    private final Vocabulary vocabulary;

    NeedReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a query needs; what is not known here is left to Lucene. */
    Need read(Query query) {
        return switch (query) {
            case TermQuery term -> held(term.getTerm());
            case BoostQuery boost -> read(boost.getQuery());
            case ConstantScoreQuery constant -> read(constant.getQuery());
            case MatchAllDocsQuery _ -> Need.All.NOTHING;
            case MatchNoDocsQuery _ -> Need.Any.NOTHING;
            case BooleanQuery bool when bool.getMinimumNumberShouldMatch() == 0 -> read(bool);
            case PhraseQuery phrase when phrase.getSlop() == 0 && phrase.getTerms().length > 1 -> phrase(phrase);
            case SpanTermQuery term -> held(term.getTerm());
            case SpanNearQuery near when isOfWords(near) && !near.isInOrder() -> near(near);
            case SpanQuery span -> new Need.Asked(span, first(span));
            default -> new Need.Asked(query, Need.All.NOTHING);
        };
    }

    private Need held(Term term) {
        return new Need.Held(vocabulary.number(term));
    }

    private Need phrase(PhraseQuery phrase) {
        return new Need.Phrase(
                Arrays.stream(phrase.getTerms()).map(vocabulary::number).toList(),
                IntStream.of(phrase.getPositions())
                        .map(position -> position - phrase.getPositions()[0])
                        .boxed()
                        .toList());
    }

    private static boolean isOfWords(SpanNearQuery query) {
        return Arrays.stream(query.getClauses()).allMatch(SpanTermQuery.class::isInstance);
    }

    /** The slop is what may stand between them. */
    private Need near(SpanNearQuery query) {
        List<Integer> terms = Arrays.stream(query.getClauses())
                .map(word -> vocabulary.number(((SpanTermQuery) word).getTerm()))
                .toList();
        return new Need.Near(terms, terms.size() + query.getSlop());
    }

    private Need read(BooleanQuery query) {
        List<Need> all = new ArrayList<>();
        List<Need> any = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            switch (clause.occur()) {
                case MUST, FILTER -> all.add(read(clause.query()));
                case MUST_NOT -> all.add(new Need.Not(read(clause.query())));
                case SHOULD -> any.add(read(clause.query()));
            }
        }
        // Beside what must be, what should be only adds to the score.
        if (query.clauses().stream().noneMatch(BooleanClause::isRequired)) {
            all.add(new Need.Any(any));
        }
        return all.size() == 1 ? all.getFirst() : new Need.All(all);
    }

    private Need first(SpanQuery query) {
        return switch (query) {
            case SpanTermQuery term -> held(term.getTerm());
            case SpanNearQuery near ->
                new Need.All(Arrays.stream(near.getClauses()).map(this::first).toList());
            case SpanPositionRangeQuery range -> first(range.getMatch());
            default -> Need.All.NOTHING;
        };
    }

    /**
     * Terms of which a document must hold at least one, as few and as rare as can be told; empty if documents without any
     * particular term can fit.
     */
    Optional<List<Integer>> anchors(Need need) {
        return switch (need) {
            case Need.Held(int term) -> Optional.of(List.of(term));
            case Need.Phrase phrase -> cheapest(phrase.terms().stream().map(List::of));
            case Need.Near near -> cheapest(near.terms().stream().map(List::of));
            case Need.All all -> cheapest(all.needs().stream().flatMap(each -> anchors(each).stream()));
            case Need.Any any -> together(any.needs());
            case Need.Not _ -> Optional.empty();
            case Need.Asked asked -> anchors(asked.first());
        };
    }

    private Optional<List<Integer>> cheapest(Stream<List<Integer>> choices) {
        return choices.min(Comparator.comparingInt(
                terms -> terms.stream().mapToInt(this::commonness).sum()));
    }

    private Optional<List<Integer>> together(List<Need> needs) {
        List<Integer> terms = new ArrayList<>();
        for (Need need : needs) {
            Optional<List<Integer>> some = anchors(need);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            terms.addAll(some.get());
        }
        return Optional.of(terms.stream().distinct().toList());
    }

    /** The more documents are likely to hold it, the more: names are rarer than words, long words than short ones. */
    private int commonness(int number) {
        Term term = vocabulary.term(number);
        int common = switch (term.field()) {
            case Fields.ID, Fields.ALIAS -> 0;
            case Fields.AUTHOR -> 30;
            case Fields.CATEGORY, Fields.HAS -> 1_000;
            default -> 100;
        };
        return Math.max(1, common - term.bytes().length);
    }
}
