package dev.paperboy.index.lucene;

import dev.paperboy.index.Clause;
import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How papers are ranked: BM25 over title and abstract together, the title again at {@value #TITLE_WEIGHT}, authors at
 * {@value #AUTHOR_WEIGHT}, and for short queries word pairs that stand together.
 *
 * <p>On top comes a prior of at most {@value #NOTICED_WEIGHT} for upvotes and {@value #RECENT_WEIGHT} for recency, where
 * a single rare word scores five to ten: it parts papers that match equally well and moves little else.
 */
final class RankingQuery {

    static final float TITLE_WEIGHT = 0.3f;
    static final float AUTHOR_WEIGHT = 0.4f;

    /** Ordered pairs side by side, and pairs within a few words in any order: the sequential dependence model. */
    private static final float ORDERED_PAIR = 0.2f;

    private static final float LOOSE_PAIR = 0.1f;
    private static final int LOOSE_SLOP = 6;

    /** In longer queries pairs are mostly chance, and cost time. */
    private static final int MAX_TERMS_PAIRED = 12;

    private static final float NOTICED_WEIGHT = 0.5f;
    private static final float NOTICED_HALF = 20;
    private static final float RECENT_WEIGHT = 0.5f;
    private static final Duration RECENT_HALF = Duration.ofDays(365);

    private final ClauseQueries clauses = new ClauseQueries(true);
    private final ClauseQueries exclusions = new ClauseQueries(false);

    /** The whole query, with the prior as of an instant. */
    Query of(PaperQuery query, Instant now) {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        boolean clearly = query.sort() != PaperQuery.Sort.BEST;
        List<String> stems = stems(query);
        boolean positive = !stems.isEmpty();
        if (positive) {
            BooleanQuery.Builder ranked = words(query, stems, clearly);
            if (stems.size() <= MAX_TERMS_PAIRED) {
                pairs(stems, ranked);
            }
            bool.add(ranked.build(), Occur.MUST);
        }
        positive |= bounds(query, bool, Occur.MUST);
        if (!positive) {
            if (ClauseQueries.asksForSomething(query.clause())) {
                return new MatchNoDocsQuery("the analyzer leaves nothing of what was asked for");
            }
            bool.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        prior(bool, now);
        return bool.build();
    }

    /** What of the query ranks by words, without pairs and prior: for finding candidates. */
    Query words(PaperQuery query) {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        bool.add(words(query, stems(query), false).build(), Occur.MUST);
        bounds(query, bool, Occur.MUST);
        return bool.build();
    }

    /** What the words of candidates are worth in all, whether a word occurs or not. */
    Query candidates(PaperQuery query) {
        List<String> stems = stems(query);
        BooleanQuery.Builder ranked = words(query, stems, false);
        pairs(stems, ranked);
        return ranked.build();
    }

    /**
     * Papers by somebody whom the plain words name, that hold all the other words or all but one; 1 for these, 2 for those.
     * Empty for a single word, and for so many that no name is among them.
     */
    Optional<Query> byTheirAuthor(PaperQuery query) {
        List<String> words = Analyzers.terms(Analyzers.PLAIN, plainText(query)).stream()
                .filter(word -> !Analyzers.terms(Analyzers.ENGLISH, word).isEmpty())
                .distinct()
                .toList();
        if (words.size() < 2 || words.size() > MAX_TERMS_PAIRED) {
            return Optional.empty();
        }
        return Optional.of(new BooleanQuery.Builder()
                .add(new ConstantScoreQuery(somewhere(words, words.size())), Occur.SHOULD)
                .add(new ConstantScoreQuery(somewhere(words, Math.max(2, words.size() - 1))), Occur.MUST)
                .add(anyOf(Fields.AUTHOR, words), Occur.FILTER)
                .build());
    }

    private static Query somewhere(List<String> words, int enough) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(enough);
        for (String word : words) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            one.add(term(Fields.AUTHOR, word), Occur.SHOULD);
            Analyzers.terms(Analyzers.ENGLISH, word).forEach(stem -> one.add(term(Fields.TEXT, stem), Occur.SHOULD));
            all.add(one.build(), Occur.SHOULD);
        }
        return all.build();
    }

    private static Query anyOf(String field, List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(term(field, word), Occur.SHOULD));
        return any.build();
    }

    /** What must hold beside the plain words; empty if nothing. */
    Optional<Query> bounds(PaperQuery query) {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        boolean positive = bounds(query, bool, Occur.FILTER);
        if (!positive) {
            bool.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        BooleanQuery bounds = bool.build();
        return bounds.clauses().size() == 1 && !positive ? Optional.empty() : Optional.of(bounds);
    }

    /** The stems of the plain words, in order, repeats included. */
    static List<String> stems(PaperQuery query) {
        return Analyzers.terms(Analyzers.ENGLISH, plainText(query));
    }

    static Query noticed() {
        return FeatureField.newSaturationQuery(Fields.FEATURE, Fields.NOTICED, NOTICED_WEIGHT, NOTICED_HALF);
    }

    static Query recent(Instant now) {
        return LongField.newDistanceFeatureQuery(
                Fields.PUBLISHED, RECENT_WEIGHT, now.getEpochSecond(), RECENT_HALF.toSeconds());
    }

    private static void prior(BooleanQuery.Builder bool, Instant now) {
        bool.add(noticed(), Occur.SHOULD);
        bool.add(recent(now), Occur.SHOULD);
    }

    /** Adds what must hold and must not; says whether anything must. */
    private boolean bounds(PaperQuery query, BooleanQuery.Builder bool, Occur must) {
        boolean positive = false;
        for (Clause part : parts(query)) {
            if (part instanceof Not not) {
                exclusions.required(not.clause()).ifPresent(it -> bool.add(it, Occur.MUST_NOT));
            } else if (!(part instanceof Word)) {
                Optional<Query> required = clauses.required(part);
                required.ifPresent(it -> bool.add(it, must));
                positive |= required.isPresent();
            }
        }
        return positive;
    }

    private static List<Clause> parts(PaperQuery query) {
        return query.clause() instanceof AllOf all ? all.clauses() : List.of(query.clause());
    }

    private static String plainText(PaperQuery query) {
        return parts(query).stream()
                .filter(Word.class::isInstance)
                .map(Clause::written)
                .collect(Collectors.joining(" "));
    }

    private static BooleanQuery.Builder words(PaperQuery query, List<String> stems, boolean clearly) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        counted(stems).forEach((stem, count) -> words.add(weighted(term(Fields.TEXT, stem), count), Occur.SHOULD));
        if (clearly) {
            int distinct = counted(stems).size();
            words.setMinimumNumberShouldMatch(distinct <= 3 ? distinct : distinct * 3 / 4);
        }
        BooleanQuery.Builder ranked = new BooleanQuery.Builder();
        if (clearly) {
            ranked.add(words.build(), Occur.MUST);
        } else {
            words.build().clauses().forEach(ranked::add);
        }
        counted(stems)
                .forEach((stem, count) ->
                        ranked.add(weighted(term(Fields.TITLE, stem), TITLE_WEIGHT * count), Occur.SHOULD));
        if (stems.size() <= MAX_TERMS_PAIRED) {
            counted(Analyzers.terms(Analyzers.PLAIN, plainText(query)))
                    .forEach((word, count) ->
                            ranked.add(weighted(term(Fields.AUTHOR, word), AUTHOR_WEIGHT), Occur.SHOULD));
        }
        return ranked;
    }

    private static void pairs(List<String> stems, BooleanQuery.Builder ranked) {
        for (int i = 0; i + 1 < stems.size(); i++) {
            String first = stems.get(i);
            String second = stems.get(i + 1);
            if (!first.equals(second)) {
                ranked.add(weighted(new PhraseQuery(Fields.TEXT, first, second), ORDERED_PAIR), Occur.SHOULD);
                ranked.add(weighted(new PhraseQuery(LOOSE_SLOP, Fields.TEXT, first, second), LOOSE_PAIR), Occur.SHOULD);
            }
        }
    }

    private static Map<String, Integer> counted(List<String> terms) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }
}
