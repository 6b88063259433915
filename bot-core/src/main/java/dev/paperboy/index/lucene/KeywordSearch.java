package dev.paperboy.index.lucene;

import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.SearchPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;

/**
 * Search by words alone: the best by single words, for which Lucene skips most papers unseen, are candidates; pairs of
 * words, titles and the prior then rank only those.
 */
final class KeywordSearch {

    /** How deep the finer ranking reaches, in papers, unless a page lies deeper: 300 rank no better. */
    private static final int DEPTH = 100;

    private final IndexSearcher searcher;
    private final Completions.Loader papers;
    private final RankingQuery ranking;

    /** A candidate and the parts of its score. */
    private record Scored(int document, double words, double noticed, double recent) {

        double score() {
            return words + noticed + recent;
        }

        List<Hit.Part> parts() {
            return List.of(
                    new Hit.Part("words", words), new Hit.Part("upvotes", noticed), new Hit.Part("recency", recent));
        }
    }

    KeywordSearch(IndexSearcher searcher, Completions.Loader papers, RankingQuery ranking) {
        this.searcher = searcher;
        this.papers = papers;
        this.ranking = ranking;
    }

    /** @param counted up to here totals are exact */
    SearchPage search(PaperQuery query, int counted, Instant now) throws IOException {
        int deep = Math.max(DEPTH, query.offset() + query.limit());
        TopDocs byWords = searcher.search(ranking.words(query), new TopScoreDocCollectorManager(deep, counted));
        List<Scored> scored = scored(query, new Candidates(searcher, byWords), now);
        List<Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < Math.min(scored.size(), query.offset() + query.limit()); i++) {
            Scored one = scored.get(i);
            hits.add(new Hit(i + 1, papers.load(one.document()), one.score(), one.parts()));
        }
        boolean exact = byWords.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
        return new SearchPage(query, hits, (int) byWords.totalHits.value(), exact);
    }

    private List<Scored> scored(PaperQuery query, Candidates candidates, Instant now) throws IOException {
        double[] words = candidates.scores(ranking.candidates(query));
        double[] noticed = candidates.scores(RankingQuery.noticed());
        double[] recent = candidates.scores(RankingQuery.recent(now));
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Scored(candidates.document(i), words[i], noticed[i], recent[i]))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }
}
