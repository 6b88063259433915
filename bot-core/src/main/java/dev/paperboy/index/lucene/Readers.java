package dev.paperboy.index.lucene;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Hands out the newest view of the index, and counts how often it changed. */
final class Readers implements AutoCloseable {

    private static final SearcherFactory OURS = new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(IndexFolder.SIMILARITY);
            return searcher;
        }
    };

    /** A question to one unchanging view. */
    interface Question<T> {
        T ask(Reading reading) throws IOException;
    }

    private final IndexFolder folder;
    private final Directory directory;
    private final SearcherManager manager;
    private final AtomicLong generation;

    private Readers(IndexFolder folder, Directory directory, SearcherManager manager) {
        this.folder = folder;
        this.directory = directory;
        this.manager = manager;
        this.generation = new AtomicLong(version());
    }

    /** Views of what was committed; a view of more comes with {@link #refresh}. */
    static Readers of(IndexFolder folder, Directory directory) {
        DirectoryReader reader = folder.reader(directory);
        return new Readers(folder, directory, folder.attempt(() -> new SearcherManager(reader, OURS)));
    }

    <T> T read(Question<T> question) {
        return folder.attempt(() -> {
            IndexSearcher searcher = manager.acquire();
            try {
                return ask(question, new Reading(searcher));
            } finally {
                manager.release(searcher);
            }
        });
    }

    /** What is garbled leads to any failure; only if all files are as written it is one of ours. */
    private static <T> T ask(Question<T> question, Reading reading) throws IOException {
        try {
            return question.ask(reading);
        } catch (AlreadyClosedException closed) {
            throw closed;
        } catch (IOException | RuntimeException | AssertionError failure) {
            Optional<String> damage = Damage.is(failure) ? Optional.empty() : reading.damage();
            if (damage.isPresent()) {
                throw new CorruptIndexException(damage.get(), "", failure);
            }
            throw failure;
        }
    }

    /** Shows what was committed by now; segments that did not change stay open. */
    void refresh() {
        folder.attempt(() -> {
            manager.maybeRefreshBlocking();
            return manager;
        });
        generation.set(version());
    }

    /** Lucene's own version of the newest view. */
    long generation() {
        return generation.get();
    }

    private long version() {
        return read(Reading::version);
    }

    @Override
    public void close() {
        folder.attempt(() -> {
            manager.close();
            directory.close();
            return this;
        });
    }
}
