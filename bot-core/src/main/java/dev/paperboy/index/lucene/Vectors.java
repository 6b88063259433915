package dev.paperboy.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of papers. Those of each model stand in a field of their own, so that they are never compared with those
 * of another; a paper without one is found by its words.
 */
final class Vectors {

    /** Links of each vector in the graph, and how wide the graph is searched while it is built: Lucene's own choice. */
    private static final int LINKS = 16;

    private static final int BEAM = 100;

    /**
     * The graph is walked over vectors of 4 bits a number, 208 bytes each, which stay in memory; what it finds is scored
     * again from the whole vectors on disk. That finds .985 of the true ten nearest of 200,000, against .960 by floats.
     */
    static final Codec CODEC = new Lucene104Codec() {
        private final KnnVectorsFormat quantized =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.PACKED_NIBBLE, LINKS, BEAM);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return quantized;
        }
    };

    private static final String FIELD = "vector.";

    private Vectors() {}

    /** The field of a model's vectors. */
    static String fieldOf(String model) {
        return FIELD + model;
    }

    static KnnFloatVectorField field(String name, float[] vector) {
        return new KnnFloatVectorField(name, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    /** Whether a field has any vector, of deleted papers too. */
    static boolean any(IndexReader reader, String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null && values.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** All vectors of a document, by field. */
    static Map<String, float[]> of(IndexReader reader, int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        Map<String, float[]> vectors = new HashMap<>();
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
            if (field.hasVectorValues()) {
                float[] vector = value(leaf.reader().getFloatVectorValues(field.name), document - leaf.docBase);
                if (vector.length > 0) {
                    vectors.put(field.name, vector);
                }
            }
        }
        return vectors;
    }

    /** A vector of a document in a segment; empty if it has none. */
    static float[] value(@Nullable FloatVectorValues values, int document) throws IOException {
        if (values == null) {
            return new float[0];
        }
        KnnVectorValues.DocIndexIterator at = values.iterator();
        return at.advance(document) == document && document != DocIdSetIterator.NO_MORE_DOCS
                ? values.vectorValue(at.index()).clone()
                : new float[0];
    }
}
