package dev.paperboy.index.lucene;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.PaperIndexException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an index: who may open it, which version wrote it, and what its failures mean. */
final class IndexFolder {

    /**
     * The version of {@link Fields}, {@link Analyzers} and {@link StoredPaper}; kept in every document and every commit.
     *
     * <p>Raise it by one whenever {@link PaperDocument} makes other terms, values or records of the same paper: another
     * field, another analyzer. Papers of older numbers are then renewed in the background; programs that know only an
     * older number refuse the index, so {@link StoredPaper} must go on reading all records ever written. Schema 1, until
     * November 2026, stood in the commit alone.
     */
    static final String SCHEMA = "2";

    /** Measured on 15 query sets: better than Lucene's 0.9/0.4 of old on 14 of them. */
    static final float K1 = 1.2f;

    static final float B = 0.75f;
    static final Similarity SIMILARITY = new BM25Similarity(K1, B);

    private static final String SCHEMA_KEY = "paperboy.schema";
    private static final String LOSS_KEY = "paperboy.loss";
    private static final double BUFFER_MEGABYTES = 48;

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private final Path path;
    private final AtomicBoolean damaged = new AtomicBoolean();
    private volatile boolean ours;

    IndexFolder(Path path) {
        this.path = path;
    }

    /** Something that Lucene does. */
    interface Step<T> {
        T run() throws IOException;
    }

    Directory directory() {
        return attempt(() -> FSDirectory.open(path));
    }

    /** The folder if it is there; reading makes none. */
    Directory existing() {
        return attempt(() -> {
            if (!Files.isDirectory(path)) {
                throw new IndexNotFoundException(path.toString());
            }
            return FSDirectory.open(path);
        });
    }

    /** The only writer of this folder, on all processes of this machine. */
    IndexWriter writer(Directory directory) {
        return attempt(() -> {
            checkSchema(directory);
            ours = true;
            IndexWriter writer = new IndexWriter(directory, config());
            mark(writer, SCHEMA_KEY, SCHEMA);
            writer.commit();
            return writer;
        });
    }

    private IndexWriterConfig config() {
        IndexWriterConfig config = new IndexWriterConfig(Analyzers.perField())
                .setSimilarity(SIMILARITY)
                .setCodec(Vectors.CODEC)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(new Merger());
        // A damaged segment fails to be merged, and each time that closes the writer.
        return isDamaged() ? config.setMergePolicy(NoMergePolicy.INSTANCE) : config;
    }

    /** Merges in the background, and what fails is told by us and in our words. */
    private final class Merger extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable trouble) {
            if (Damage.is(trouble)) {
                noteDamage(trouble);
            } else {
                LOG.warn("segments of the index in {} could not be merged", path, trouble);
            }
        }
    }

    /** Keeps in every commit from the next one on that papers were lost. */
    void markLoss(IndexWriter writer, String loss) {
        mark(writer, LOSS_KEY, loss);
    }

    /** By what the last loss of papers is known. */
    static Optional<String> loss(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(LOSS_KEY));
    }

    private static void mark(IndexWriter writer, String key, String value) {
        Map<String, String> facts = new HashMap<>();
        writer.getLiveCommitData().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        facts.put(key, value);
        writer.setLiveCommitData(facts.entrySet());
    }

    /** Puts right what is damaged, before the folder is opened for writing. */
    void mend(Instant now) {
        attempt(() -> {
            new Mending(path, now).run();
            return path;
        });
    }

    boolean isBeingRebuilt() {
        return Files.isDirectory(Mending.workshop(path));
    }

    List<Path> setAside() {
        return attempt(() -> Mending.setAside(path));
    }

    boolean isDamaged() {
        return damaged.get();
    }

    private void noteDamage(Throwable trouble) {
        if (ours && damaged.compareAndSet(false, true)) {
            LOG.error(
                    "the index in {} is damaged ({}): what can be read is served; start again, and it is rebuilt",
                    path,
                    Damage.told(trouble),
                    trouble);
        }
    }

    /** A reader of what was last committed, whoever writes. */
    DirectoryReader reader(Directory directory) {
        return attempt(() -> {
            checkSchema(directory);
            if (!DirectoryReader.indexExists(directory) && Damage.hasFiles(directory)) {
                throw new CorruptIndexException("the table of contents is missing", "segments");
            }
            return DirectoryReader.open(directory);
        });
    }

    void close(Closeable part) {
        attempt(() -> {
            part.close();
            return part;
        });
    }

    /** Does what Lucene does, and says in our words what went wrong. */
    <T> T attempt(Step<T> step) {
        try {
            return step.run();
        } catch (LockObtainFailedException e) {
            throw new PaperIndexException(Kind.UNAVAILABLE, "another Paperboy is using " + path, e);
        } catch (IndexNotFoundException e) {
            throw new PaperIndexException(Kind.UNAVAILABLE, missing(), e);
        } catch (IOException e) {
            throw Damage.is(e) ? damaged(e) : failed(FileTrouble.of(e), e);
        } catch (PaperIndexException e) {
            if (e.kind() == Kind.MALFORMED) {
                noteDamage(e);
            }
            throw e;
        } catch (InternalError cutOff) {
            // So the JVM answers who reads a mapped file behind its end.
            throw damaged(cutOff);
        } catch (UncheckedIOException e) {
            throw failed(FileTrouble.of(e), e);
        } catch (AlreadyClosedException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw Damage.is(cause) ? damaged(cause) : failed("it is closed", e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw Damage.is(e) ? damaged(e) : e;
        }
    }

    private String missing() {
        return isBeingRebuilt()
                ? "the index in " + path
                        + " is being rebuilt; if no Paperboy is at it, start \"paperboy run\" to finish"
                : "there is no index in " + path + " yet: import papers first";
    }

    private PaperIndexException damaged(Throwable trouble) {
        noteDamage(trouble);
        return new PaperIndexException(
                Kind.MALFORMED,
                "the index in " + path + " is damaged (" + Damage.told(trouble)
                        + "); the next start of \"paperboy run\","
                        + " \"paperboy sandbox\" or \"paperboy import\" rebuilds it from what can be read",
                trouble);
    }

    private PaperIndexException failed(String why, Exception cause) {
        return new PaperIndexException(Kind.UNAVAILABLE, "the index in " + path + " failed: " + why, cause);
    }

    private void checkSchema(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            String found = commit.getUserData().getOrDefault(SCHEMA_KEY, "unknown");
            if (!found.matches("\\d{1,9}") || Integer.parseInt(found) > Integer.parseInt(SCHEMA)) {
                throw fromTheFuture(path, "it has schema " + found + ", and " + SCHEMA + " is the newest known here");
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            refuseFuture(path, directory, unreadable);
            throw unreadable;
        }
    }

    /** @throws PaperIndexException if what cannot be read is not damaged but written by a newer version */
    static void refuseFuture(Path path, Directory directory, Throwable unreadable) throws IOException {
        if (Damage.isFromTheFuture(directory, unreadable)) {
            throw fromTheFuture(path, "its files are of a form that is not known here");
        }
    }

    private static PaperIndexException fromTheFuture(Path path, String why) {
        return new PaperIndexException(
                Kind.MALFORMED,
                "a newer Paperboy wrote the index in " + path + " (" + why
                        + "): update this one, or choose another folder" + " with --home");
    }
}
