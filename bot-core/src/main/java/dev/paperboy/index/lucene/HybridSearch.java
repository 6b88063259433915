package dev.paperboy.index.lucene;

import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Search by words and by meaning: the best by either are candidates, and all that is known of those ranks them.
 *
 * <p>A few hundred candidates give the very ranking that all papers would on four judged collections.
 */
final class HybridSearch {

    /** How deep one can page; beyond, papers are found by their words alone. */
    static final int DEPTH = 300;

    private static final int BY_WORDS = DEPTH;
    private static final int BY_MEANING = 100;

    /** Walking the graph for more than is needed finds more of the true nearest. */
    private static final int WALKED = 200;

    /**
     * Whoever names an author beside other words has a paper in mind: one that fits all of it gains 1, one that fits all
     * but a word half of that. To a reader of meaning a name is noise.
     */
    private static final double BY_ITS_AUTHOR = 0.5;

    /** Noticed papers gain .02 at most, and new ones too: about as much as lies between two candidates in a row. */
    private static final double PRIOR = 0.04;

    private final IndexSearcher searcher;
    private final Completions.Loader papers;
    private final RankingQuery ranking;
    private final String vectorField;

    /** What was found, best first, and how many papers hold one of the words. */
    record Found(List<Scored> best, TopDocs byWords) {}

    /** A document and the parts of its score. */
    record Scored(int document, Fusion.Fused fused, double author, double noticed, double recent) {

        double score() {
            return fused.score() + author + noticed + recent;
        }

        List<Hit.Part> parts() {
            return List.of(
                    new Hit.Part("words", fused.words()),
                    new Hit.Part("words of the best answers", fused.feedback()),
                    new Hit.Part("meaning", fused.meaning()),
                    new Hit.Part("likeness to other answers", fused.company()),
                    new Hit.Part("title as asked", fused.title()),
                    new Hit.Part("author and words", author),
                    new Hit.Part("upvotes", noticed),
                    new Hit.Part("recency", recent));
        }
    }

    HybridSearch(IndexSearcher searcher, Completions.Loader papers, RankingQuery ranking, String vectorField) {
        this.searcher = searcher;
        this.papers = papers;
        this.ranking = ranking;
        this.vectorField = vectorField;
    }

    /** @param question what is looked for, as a vector */
    Found search(PaperQuery query, float[] question, int counted, Instant now) throws IOException {
        TopDocs byWords = searcher.search(ranking.words(query), new TopScoreDocCollectorManager(BY_WORDS, counted));
        Query near = new KnnFloatVectorQuery(
                vectorField, question, WALKED, ranking.bounds(query).orElse(null));
        Candidates candidates = new Candidates(searcher, byWords, searcher.search(near, BY_MEANING));
        Fusion fusion =
                new Fusion(candidates.scores(ranking.candidates(query)), candidates.vectors(vectorField), question);
        fusion.reconsider(candidates.scores(feedback(query, candidates, fusion)));
        return new Found(scored(query, candidates, fusion.ranked(), now), byWords);
    }

    private Query feedback(PaperQuery query, Candidates candidates, Fusion fusion) throws IOException {
        List<String> asked = Analyzers.terms(Analyzers.PLAIN, query.question());
        Map<Paper, Double> answers = new LinkedHashMap<>();
        for (int best : fusion.best(Feedback.ANSWERS)) {
            Paper paper = papers.load(candidates.document(best));
            answers.put(paper, fusion.own(best));
            if (Analyzers.terms(Analyzers.PLAIN, paper.title()).equals(asked)) {
                fusion.isAskedFor(best);
            }
        }
        return new Feedback(searcher).of(RankingQuery.stems(query), answers);
    }

    private List<Scored> scored(PaperQuery query, Candidates candidates, List<Fusion.Fused> ranked, Instant now)
            throws IOException {
        Optional<Query> byAuthor = ranking.byTheirAuthor(query);
        double[] author = byAuthor.isEmpty() ? new double[candidates.size()] : candidates.scores(byAuthor.get());
        double[] noticed = candidates.scores(RankingQuery.noticed());
        double[] recent = candidates.scores(RankingQuery.recent(now));
        List<Scored> scored = new ArrayList<>();
        for (Fusion.Fused each : ranked) {
            if (!each.answers()) {
                continue;
            }
            int i = each.candidate();
            scored.add(new Scored(
                    candidates.document(i), each, BY_ITS_AUTHOR * author[i], PRIOR * noticed[i], PRIOR * recent[i]));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }
}
