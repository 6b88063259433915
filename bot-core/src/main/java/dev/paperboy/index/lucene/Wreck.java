package dev.paperboy.index.lucene;

import dev.paperboy.paper.Paper;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** A damaged segment, of which paper after paper is read that still can be. */
final class Wreck implements Closeable {

    /** The size of a segment that is read until it ends. */
    static final int UNKNOWN_SIZE = Integer.MAX_VALUE;

    private static final int BATCH = 500;

    /** More than {@link Fields} has, and models of vectors. */
    private static final int MOST_FIELDS = 256;

    private final SegmentCommitInfo segment;
    private final StoredFieldsReader records;
    private final WreckedVectors vectors;
    /** Papers that were not replaced by a newer document; all, if that cannot be read. */
    private final @Nullable Bits live;

    private Wreck(SegmentCommitInfo segment, StoredFieldsReader records, WreckedVectors vectors, @Nullable Bits live) {
        this.segment = segment;
        this.records = records;
        this.vectors = vectors;
        this.live = live;
    }

    /**
     * A paper that was read.
     *
     * @param vectors by field; none if they are lost
     */
    record Rescued(Paper paper, Map<String, float[]> vectors) {}

    /** How many papers it should have, if that is known. */
    static Optional<Integer> expected(SegmentCommitInfo segment) {
        int all = segment.info.maxDoc();
        return all == UNKNOWN_SIZE ? Optional.empty() : Optional.of(all - segment.getDelCount());
    }

    /** @throws IOException if no paper of it can be read; other trouble shows with each paper */
    static Wreck open(Directory folder, SegmentCommitInfo segment) throws IOException {
        Codec codec = segment.info.getCodec();
        Directory files = segment.info.getUseCompoundFile()
                ? codec.compoundFormat().getCompoundReader(folder, segment.info)
                : folder;
        FieldInfos fields = fields(files, segment);
        StoredFieldsReader records =
                codec.storedFieldsFormat().fieldsReader(files, segment.info, fields, IOContext.DEFAULT);
        return new Wreck(segment, records, WreckedVectors.open(files, segment.info, fields), live(folder, segment));
    }

    /** Without the names of fields records are read all the same, for there are no two of their type. */
    private static FieldInfos fields(Directory files, SegmentCommitInfo segment) {
        try {
            return segment.info.getCodec().fieldInfosFormat().read(files, segment.info, "", IOContext.READONCE);
        } catch (IOException | RuntimeException damaged) {
            return new FieldInfos(
                    IntStream.range(0, MOST_FIELDS).mapToObj(Wreck::nameless).toArray(FieldInfo[]::new));
        }
    }

    private static FieldInfo nameless(int number) {
        return new FieldInfo(
                "field" + number,
                number,
                false,
                false,
                false,
                IndexOptions.NONE,
                DocValuesType.NONE,
                DocValuesSkipIndexType.NONE,
                -1,
                Map.of(),
                0,
                0,
                0,
                0,
                VectorEncoding.FLOAT32,
                VectorSimilarityFunction.DOT_PRODUCT,
                false,
                false);
    }

    private static @Nullable Bits live(Directory folder, SegmentCommitInfo segment) {
        try {
            return segment.hasDeletions()
                    ? segment.info.getCodec().liveDocsFormat().readLiveDocs(folder, segment, IOContext.READONCE)
                    : null;
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    /**
     * Reads all that can be read.
     *
     * @return how many papers that were
     */
    int read(Consumer<List<Rescued>> taken) {
        int read = 0;
        List<Rescued> batch = new ArrayList<>();
        for (int document = 0; document < segment.info.maxDoc(); document++) {
            Optional<Rescued> paper = live == null || live.get(document) ? paper(document) : Optional.empty();
            if (paper.isEmpty() && segment.info.maxDoc() == UNKNOWN_SIZE) {
                break;
            }
            paper.ifPresent(batch::add);
            if (batch.size() == BATCH) {
                taken.accept(batch);
                read += batch.size();
                batch = new ArrayList<>();
            }
        }
        taken.accept(batch);
        return read + batch.size();
    }

    private Optional<Rescued> paper(int document) {
        try {
            StoredRecord record = new StoredRecord();
            records.document(document, record);
            return record.paper().map(paper -> new Rescued(paper, vectors(document, record)));
        } catch (IOException
                | RuntimeException
                | AssertionError
                // A garbled length asks for any amount.
                | OutOfMemoryError damaged) {
            return Optional.empty();
        }
    }

    private Map<String, float[]> vectors(int document, StoredRecord record) {
        try {
            Map<String, float[]> found = vectors.of(document);
            boolean asWritten =
                    record.check().map(sum -> Checksum.fits(sum, found)).orElseGet(vectors::areProven);
            return asWritten ? found : Map.of();
        } catch (IOException | RuntimeException | AssertionError damaged) {
            return Map.of();
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(records, vectors);
    }
}
