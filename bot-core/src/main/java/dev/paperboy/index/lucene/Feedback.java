package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The question with the words that its best answers share: pseudo-relevance feedback as in RM3.
 *
 * @see <a href="https://trec.nist.gov/pubs/trec13/papers/umass.novelty.hard.pdf">RM3</a>
 */
final class Feedback {

    /** How many answers are read, and how many of their words are taken. */
    static final int ANSWERS = 10;

    private static final int WORDS = 10;

    /** How much those words weigh beside those of the question. */
    private static final float SHARE = 0.2f;

    private final IndexSearcher searcher;
    private final double papers;
    private final double meanLength;

    Feedback(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        CollectionStatistics text = searcher.collectionStatistics(Fields.TEXT);
        this.papers = text == null ? 1 : text.docCount();
        this.meanLength = text == null ? 1 : text.sumTotalTermFreq() / papers;
    }

    /**
     * @param question its stems, as often as they stand there
     * @param answers the best papers, each with its score
     */
    Query of(List<String> question, Map<Paper, Double> answers) throws IOException {
        Map<String, Float> weights = new HashMap<>();
        question.forEach(stem -> weights.merge(stem, (1 - SHARE) / question.size(), Float::sum));
        shared(answers).forEach((stem, weight) -> weights.merge(stem, SHARE * weight.floatValue(), Float::sum));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        weights.forEach((stem, weight) ->
                query.add(new BoostQuery(new TermQuery(new Term(Fields.TEXT, stem)), weight), Occur.SHOULD));
        return query.build();
    }

    /** The words that say most of the answers, with weights that add up to 1. */
    private Map<String, Double> shared(Map<Paper, Double> answers) throws IOException {
        Map<String, Double> sums = new HashMap<>();
        for (Map.Entry<Paper, Double> answer : answers.entrySet()) {
            weights(answer.getKey())
                    .forEach((stem, weight) -> sums.merge(stem, answer.getValue() * weight, Double::sum));
        }
        Map<String, Double> best = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .forEach(word -> best.put(word.getKey(), word.getValue()));
        double sum = best.values().stream().mapToDouble(Double::doubleValue).sum();
        best.replaceAll((_, weight) -> weight / sum);
        return best;
    }

    /** BM25 of each word for a paper. */
    private Map<String, Double> weights(Paper paper) throws IOException {
        List<String> stems = Analyzers.terms(Analyzers.ENGLISH, PaperIndex.embeddedText(paper));
        Map<String, Integer> counts = new HashMap<>();
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        double norm = IndexFolder.K1 * (1 - IndexFolder.B + IndexFolder.B * stems.size() / meanLength);
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            double frequency = searcher.getIndexReader().docFreq(new Term(Fields.TEXT, count.getKey()));
            double rarity = Math.log(1 + (papers - frequency + 0.5) / (frequency + 0.5));
            weights.put(count.getKey(), rarity * count.getValue() / (count.getValue() + norm));
        }
        return weights;
    }
}
