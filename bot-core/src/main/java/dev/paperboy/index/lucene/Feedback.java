package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
        shared(answers, WORDS).forEach((stem, weight) -> weights.merge(stem, SHARE * weight.floatValue(), Float::sum));
        return any(weights);
    }

    /** The words that say most of some papers, each weighed by what it says. */
    Query of(Collection<Paper> papers, int words) throws IOException {
        Map<Paper, Double> alike = new LinkedHashMap<>();
        papers.forEach(paper -> alike.put(paper, 1.0));
        Map<String, Float> weights = new LinkedHashMap<>();
        shared(alike, words).forEach((stem, weight) -> weights.put(stem, weight.floatValue()));
        return any(weights);
    }

    private static Query any(Map<String, Float> weights) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        weights.forEach((stem, weight) ->
                query.add(new BoostQuery(new TermQuery(new Term(Fields.TEXT, stem)), weight), Occur.SHOULD));
        return query.build();
    }

    /** The words that say most of the answers by BM25, with weights that add up to 1. */
    private Map<String, Double> shared(Map<Paper, Double> answers, int words) throws IOException {
        Map<String, Double> said = new HashMap<>();
        answers.forEach(
                (paper, score) -> said(paper).forEach((stem, weight) -> said.merge(stem, score * weight, Double::sum)));
        Map<String, Double> best = new LinkedHashMap<>();
        rarest(said, words).forEach(word -> best.put(word.stem(), word.weight()));
        double sum = best.values().stream().mapToDouble(Double::doubleValue).sum();
        best.replaceAll((_, weight) -> weight / sum);
        return best;
    }

    /** A stem and what it says. */
    private record Weighed(String stem, double weight) {

        private static final Comparator<Weighed> BEST =
                Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::stem);
    }

    /**
     * The best words in view of how rare they are. To look that up costs more than all else here, so words that could not
     * be among the best even if one paper alone held them are not looked up.
     */
    private SortedSet<Weighed> rarest(Map<String, Double> said, int words) throws IOException {
        List<Weighed> likely = said.entrySet().stream()
                .map(word -> new Weighed(word.getKey(), word.getValue()))
                .sorted(Weighed.BEST)
                .toList();
        TreeSet<Weighed> best = new TreeSet<>(Weighed.BEST);
        for (Weighed word : likely) {
            if (best.size() == words && word.weight() * rarity(1) < best.last().weight()) {
                break;
            }
            double frequency = searcher.getIndexReader().docFreq(new Term(Fields.TEXT, word.stem()));
            best.add(new Weighed(word.stem(), word.weight() * rarity(frequency)));
            if (best.size() > words) {
                best.pollLast();
            }
        }
        return best;
    }

    private double rarity(double frequency) {
        return Math.log(1 + (papers - frequency + 0.5) / (frequency + 0.5));
    }

    /** What each word says of a paper, however rare it is. */
    private Map<String, Double> said(Paper paper) {
        List<String> stems = Analyzers.terms(Analyzers.ENGLISH, PaperIndex.embeddedText(paper));
        Map<String, Integer> counts = new HashMap<>();
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        double norm = IndexFolder.K1 * (1 - IndexFolder.B + IndexFolder.B * stems.size() / meanLength);
        Map<String, Double> said = new HashMap<>();
        counts.forEach((stem, count) -> said.put(stem, count / (count + norm)));
        return said;
    }
}
