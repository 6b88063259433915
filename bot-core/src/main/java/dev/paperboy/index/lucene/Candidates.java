package dev.paperboy.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;

/** Documents that may answer a question, and what the index knows of each, looked up segment by segment. */
final class Candidates {

    private static final float[] NO_VECTOR = {};

    private final IndexSearcher searcher;
    /** Ascending, so that each list of the index is walked once. */
    private final int[] documents;

    Candidates(IndexSearcher searcher, TopDocs... found) {
        this.searcher = searcher;
        this.documents = Stream.of(found)
                .flatMap(top -> Arrays.stream(top.scoreDocs))
                .mapToInt(one -> one.doc)
                .sorted()
                .distinct()
                .toArray();
    }

    int size() {
        return documents.length;
    }

    int document(int candidate) {
        return documents[candidate];
    }

    /** Which candidate a document is. */
    int at(int document) {
        return Arrays.binarySearch(documents, document);
    }

    /** Their scores by a query, 0 where it does not match. */
    double[] scores(Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        double[] scores = new double[documents.length];
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            for (int i = first(leaf); scorer != null && i < end(leaf); i++) {
                int document = documents[i] - leaf.docBase;
                if (scorer.docID() < document) {
                    scorer.iterator().advance(document);
                }
                scores[i] = scorer.docID() == document ? scorer.score() : 0;
            }
        }
        return scores;
    }

    /** Their vectors in a field; empty for those that have none. */
    List<float[]> vectors(String field) throws IOException {
        float[][] vectors =
                IntStream.range(0, documents.length).mapToObj(_ -> NO_VECTOR).toArray(float[][]::new);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null) {
                read(leaf, values, vectors);
            }
        }
        return List.of(vectors);
    }

    private void read(LeafReaderContext leaf, FloatVectorValues values, float[][] vectors) throws IOException {
        KnnVectorValues.DocIndexIterator at = values.iterator();
        for (int i = first(leaf); i < end(leaf); i++) {
            int document = documents[i] - leaf.docBase;
            if (at.docID() < document) {
                at.advance(document);
            }
            if (at.docID() == document) {
                vectors[i] = values.vectorValue(at.index()).clone();
            }
        }
    }

    /** The first candidate in a segment or behind it. */
    private int first(LeafReaderContext leaf) {
        return behind(leaf.docBase);
    }

    private int end(LeafReaderContext leaf) {
        return behind(leaf.docBase + leaf.reader().maxDoc());
    }

    private int behind(int document) {
        int at = Arrays.binarySearch(documents, document);
        return at < 0 ? -at - 1 : at;
    }
}
