package dev.paperboy.index.lucene;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.lucene.Merging.Change;
import dev.paperboy.index.lucene.Wreck.Rescued;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/** The one place that changes the index: batch by batch, each committed before it is shown or acknowledged. */
final class Writing implements AutoCloseable {

    /** Papers in one batch of a long import: a commit costs some 50 ms, a batch of these a second. */
    private static final int BATCH = 4_000;

    private final IndexFolder folder;
    private final Directory directory;
    private final Readers readers;
    private IndexWriter writer;

    private Writing(IndexFolder folder, Directory directory, IndexWriter writer, Readers readers) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.readers = readers;
    }

    static Writing open(IndexFolder folder) {
        Directory directory = folder.directory();
        IndexWriter writer = folder.writer(directory);
        try {
            return new Writing(folder, directory, writer, Readers.of(folder, directory));
        } catch (PaperIndexException e) {
            folder.close(writer);
            throw e;
        }
    }

    Readers readers() {
        return readers;
    }

    synchronized Added add(Collection<Paper> papers) {
        if (papers.isEmpty()) {
            return Added.NONE;
        }
        Collection<Change> changes = readers.read(reading -> Merging.of(papers, reading));
        write(news(changes));
        return Merging.added(changes, papers.size());
    }

    Added addAll(Iterator<Paper> papers, Consumer<Added> acknowledged) {
        Added all = Added.NONE;
        while (papers.hasNext()) {
            List<Paper> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && papers.hasNext()) {
                batch.add(papers.next());
            }
            all = all.plus(add(batch));
            acknowledged.accept(all);
        }
        return all;
    }

    synchronized int updatePopularity(Map<PaperId, Popularity> counts) {
        Map<PaperId, Change> changes = new LinkedHashMap<>();
        readers.read(reading -> {
            for (Map.Entry<PaperId, Popularity> count : counts.entrySet()) {
                reading.find(count.getKey())
                        .ifPresent(paper ->
                                changes.put(paper.id(), Change.of(paper.withPopularity(count.getValue()), paper)));
            }
            return changes;
        });
        write(news(changes.values()));
        return changes.size();
    }

    /** Gives papers their vectors; not those whose text has changed since it was embedded. */
    synchronized int embed(String field, Map<Paper, float[]> vectors) {
        List<Change> changes = new ArrayList<>();
        readers.read(reading -> {
            for (Map.Entry<Paper, float[]> embedded : vectors.entrySet()) {
                Paper then = embedded.getKey();
                reading.findOwn(then.id())
                        .filter(now -> PaperIndex.embeddedText(now).equals(PaperIndex.embeddedText(then)))
                        .ifPresent(now -> changes.add(Change.embedded(now, field, embedded.getValue())));
            }
            return changes;
        });
        write(changes);
        return changes.size();
    }

    /** Writes papers of another schema anew; their vectors go with them. */
    synchronized int renew(int limit) {
        List<Change> changes = readers.read(reading -> reading.outdated(limit)).stream()
                .map(paper -> Change.of(paper, paper))
                .toList();
        write(changes);
        return changes.size();
    }

    /** Takes papers of a damaged segment in; they may be older than what is there. */
    synchronized void rescue(List<Rescued> papers) {
        write(news(readers.read(reading -> Rescue.changes(papers, reading))));
    }

    /** Keeps for ever that papers were lost. */
    synchronized void markLoss(String loss) {
        folder.attempt(() -> {
            folder.markLoss(writer, loss);
            return writer.commit();
        });
    }

    @Override
    public synchronized void close() {
        folder.close(writer);
    }

    /** What is the same as before costs no commit, and empties no cache. */
    private static List<Change> news(Collection<Change> changes) {
        return changes.stream().filter(Change::isNews).toList();
    }

    private void write(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        folder.attempt(() -> {
            commit(changes);
            return changes;
        });
        readers.refresh();
    }

    /** All of it, or after any failure nothing of it: the writer falls back to its last commit and is opened anew. */
    private void commit(Collection<Change> changes) throws IOException {
        if (!writer.isOpen()) {
            writer = folder.writer(directory);
        }
        boolean done = false;
        try {
            for (Change change : changes) {
                put(change);
            }
            writer.commit();
            done = true;
        } finally {
            if (!done) {
                writer.rollback();
            }
        }
    }

    private void put(Change change) throws IOException {
        Document document = PaperDocument.of(change.paper(), vectors(change));
        if (change.before().isPresent()) {
            writer.updateDocument(new Term(Fields.ID, change.paper().id().value()), document);
        } else {
            writer.addDocument(document);
        }
        if (change.absorbed() && change.doi().isPresent()) {
            writer.deleteDocuments(new Term(Fields.ID, change.doi().get().value()));
        }
    }

    private Map<String, float[]> vectors(Change change) {
        return change.vectors().isEmpty() && change.keepsText()
                ? readers.read(reading -> reading.vectors(change.paper().id()))
                : change.vectors();
    }
}
