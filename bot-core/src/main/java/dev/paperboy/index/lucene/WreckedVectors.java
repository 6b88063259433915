package dev.paperboy.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.DefaultFlatVectorScorer;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;

/** The vectors of a damaged segment, as far as they can be read. */
final class WreckedVectors implements Closeable {

    private static final FlatVectorsFormat WHOLE = new Lucene99FlatVectorsFormat(DefaultFlatVectorScorer.INSTANCE);

    private final Map<String, KnnVectorsReader> readers = new HashMap<>();

    private boolean proven = true;

    private WreckedVectors() {}

    static WreckedVectors open(Directory files, SegmentInfo segment, FieldInfos fields) {
        WreckedVectors vectors = new WreckedVectors();
        SegmentReadState state = new SegmentReadState(files, segment, fields, IOContext.DEFAULT);
        for (FieldInfo field : fields) {
            if (field.hasVectorValues()) {
                vectors.open(state, field);
            }
        }
        vectors.prove();
        return vectors;
    }

    /** Whole vectors stand in files of their own; the graph and the small vectors can be made anew. */
    private void open(SegmentReadState state, FieldInfo field) {
        String suffix = field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY) + "_"
                + field.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_SUFFIX_KEY);
        try {
            readers.put(field.name, WHOLE.fieldsReader(new SegmentReadState(state, suffix)));
        } catch (IOException | RuntimeException lost) {
            proven = false;
        }
    }

    /** Those of one document, by field. */
    Map<String, float[]> of(int document) throws IOException {
        Map<String, float[]> found = new HashMap<>();
        for (Map.Entry<String, KnnVectorsReader> each : readers.entrySet()) {
            float[] vector = Vectors.value(each.getValue().getFloatVectorValues(each.getKey()), document);
            if (vector.length > 0) {
                found.put(each.getKey(), vector);
            }
        }
        return found;
    }

    private void prove() {
        try {
            for (KnnVectorsReader reader : readers.values()) {
                reader.checkIntegrity();
            }
        } catch (IOException | RuntimeException damaged) {
            proven = false;
        }
    }

    /** Whether all of them are as they were written. */
    boolean areProven() {
        return proven;
    }

    @Override
    public void close() throws IOException {
        List<Closeable> opened = new ArrayList<>(readers.values());
        IOUtils.close(opened);
    }
}
