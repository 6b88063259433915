package dev.paperboy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/** Vectors alone in one graph; documents are numbered in the order they were handed in. */
final class Graph implements AutoCloseable {

    static final String FIELD = "vector";

    /** All of 100,000 vectors at once, so that one segment holds them. */
    private static final double BUFFER_MEGABYTES = 1_024;

    private final FSDirectory directory;
    private final DirectoryReader reader;

    private Graph(FSDirectory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    static Graph build(Path folder, Collection<float[]> vectors, KnnVectorsFormat format) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (float[] vector : vectors) {
                Document document = new Document();
                document.add(new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(document);
            }
        }
        return new Graph(directory, DirectoryReader.open(directory));
    }

    IndexSearcher searcher() {
        return new IndexSearcher(reader);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
