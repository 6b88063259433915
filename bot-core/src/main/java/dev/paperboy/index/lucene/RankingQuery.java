package dev.paperboy.index.lucene;

import dev.paperboy.index.Clause;
import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * {@value #AUTHOR_WEIGHT}, and word pairs that stand together.
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

    /** Words written in another way than the query writes them. */
    private static final float COMPOUND_WEIGHT = 0.25f;

    /** Longer queries are prose, in which no name is looked for. */
    private static final int MAX_TERMS_NAMED = 12;

    /** A pasted abstract has 150; each is looked up four times, and Lucene allows 1,024 in all. */
    private static final int MAX_TERMS = 200;

    private static final float NOTICED_WEIGHT = 0.5f;
    private static final float NOTICED_HALF = 20;
    private static final float RECENT_WEIGHT = 0.5f;
    private static final Duration RECENT_HALF = Duration.ofDays(365);

    private final ClauseQueries clauses = new ClauseQueries(true);
    private final ClauseQueries exclusions = new ClauseQueries(false);

    /**
     * The whole query for another order than that of relevance, or where nothing ranks by words: what is asked for clearly,
     * with the prior as of an instant.
     */
    Query clearly(PaperQuery query, Instant now) {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        Optional<Query> words = mostWords(query);
        words.ifPresent(it -> bool.add(it, Occur.MUST));
        boolean positive = bounds(query, bool, Occur.MUST) || words.isPresent();
        if (!positive && ClauseQueries.asksForSomething(query.clause())) {
            return new MatchNoDocsQuery("the analyzer leaves nothing of what was asked for");
        }
        if (!positive) {
            bool.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        bool.add(noticed(), Occur.SHOULD);
        bool.add(recent(now), Occur.SHOULD);
        return bool.build();
    }

    /** All of up to three plain words, three quarters of more; empty if there are none. */
    private Optional<Query> mostWords(PaperQuery query) {
        List<Query> words = parts(query).stream()
                .filter(Word.class::isInstance)
                .distinct()
                .flatMap(word -> clauses.required(word).stream())
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        words.forEach(word -> most.add(word, Occur.SHOULD));
        most.setMinimumNumberShouldMatch(words.size() <= 3 ? words.size() : words.size() * 3 / 4);
        return Optional.of(most.build());
    }

    /** What of the query ranks by words, without pairs and prior: for finding candidates. */
    Query words(PaperQuery query) {
        BooleanQuery.Builder bool = new BooleanQuery.Builder();
        bool.add(words(query, stems(query)).build(), Occur.MUST);
        bounds(query, bool, Occur.MUST);
        return bool.build();
    }

    /** What the words of candidates are worth in all, whether a word occurs or not. */
    Query candidates(PaperQuery query) {
        List<String> stems = stems(query);
        BooleanQuery.Builder ranked = words(query, stems);
        titles(stems, ranked);
        pairs(stems, ranked);
        bounds(query, ranked, Occur.SHOULD);
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
        if (words.size() < 2 || words.size() > MAX_TERMS_NAMED) {
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

    /** The stems of the plain words, in order, repeats included, as far as they are looked at. */
    static List<String> stems(PaperQuery query) {
        return Analyzers.terms(Analyzers.ENGLISH, plainText(query)).stream()
                .limit(MAX_TERMS)
                .toList();
    }

    static Query noticed() {
        return FeatureField.newSaturationQuery(Fields.FEATURE, Fields.NOTICED, NOTICED_WEIGHT, NOTICED_HALF);
    }

    static Query recent(Instant now) {
        return LongField.newDistanceFeatureQuery(
                Fields.PUBLISHED, RECENT_WEIGHT, now.getEpochSecond(), RECENT_HALF.toSeconds());
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

    private static BooleanQuery.Builder words(PaperQuery query, List<String> stems) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder();
        counted(stems).forEach((stem, count) -> ranked.add(weighted(term(Fields.TEXT, stem), count), Occur.SHOULD));
        if (stems.size() <= MAX_TERMS_NAMED) {
            compounds(plainText(query), ranked);
            counted(Analyzers.terms(Analyzers.PLAIN, plainText(query)))
                    .forEach((word, count) ->
                            ranked.add(weighted(term(Fields.AUTHOR, word), AUTHOR_WEIGHT), Occur.SHOULD));
        }
        return ranked;
    }

    private static void titles(List<String> stems, BooleanQuery.Builder ranked) {
        counted(stems)
                .forEach((stem, count) ->
                        ranked.add(weighted(term(Fields.TITLE, stem), TITLE_WEIGHT * count), Occur.SHOULD));
    }

    /** What is written as one word here and as several there: each word as a compound, neighbours as one word. */
    private static void compounds(String text, BooleanQuery.Builder ranked) {
        List<String> words = Analyzers.terms(Analyzers.PLAIN, text);
        Set<String> whole = new LinkedHashSet<>(Compounds.of(text));
        words.forEach(word -> whole.addAll(Compounds.joined(List.of(word))));
        whole.forEach(form -> ranked.add(weighted(term(Fields.COMPOUND, form), weight(form)), Occur.SHOULD));
        Set<String> joined = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            for (int to = i + 2; to <= Math.min(words.size(), i + Compounds.MAX_PARTS); to++) {
                joined.addAll(Compounds.joined(words.subList(i, to)));
            }
        }
        joined.forEach(form -> ranked.add(weighted(term(Fields.TEXT, form), weight(form)), Occur.SHOULD));
    }

    /** A name is rare enough to mean just that; the parts of other compounds count as words already. */
    private static float weight(String form) {
        return Compounds.isName(form) ? 1 : COMPOUND_WEIGHT;
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
