package dev.paperboy.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/** The vectors of an index, whole and in memory, by their documents' numbers. */
record WholeVectors(Map<Integer, float[]> byDocument) {

    /** Those of papers that were not deleted. */
    static WholeVectors read(IndexReader reader, String field) throws IOException {
        Map<Integer, float[]> vectors = new LinkedHashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            Bits live = leaf.reader().getLiveDocs();
            KnnVectorValues.DocIndexIterator at = values.iterator();
            while (at.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(at.docID())) {
                    vectors.put(
                            leaf.docBase + at.docID(),
                            values.vectorValue(at.index()).clone());
                }
            }
        }
        return new WholeVectors(vectors);
    }

    /** The documents nearest to a vector of all there are, nearest first. */
    List<Integer> nearest(float[] question, int limit) {
        return nearest(question, byDocument.keySet().stream(), limit);
    }

    /** Those of some documents that are nearest, nearest first. */
    List<Integer> nearest(float[] question, Stream<Integer> among, int limit) {
        return among.map(document -> new Near(document, VectorUtil.dotProduct(question, byDocument.get(document))))
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(limit)
                .map(Near::document)
                .toList();
    }

    private record Near(int document, float cosine) {}
}
