package dev.paperboy.feed;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gives papers their vectors, newest first, on a number of threads; what has been embedded stays so after a restart.
 *
 * <p>Each thread embeds one paper at a time, which keeps one core busy for 50 to 100 ms: leave a core free where people
 * are waiting for answers.
 */
public final class Embedding implements UpkeepStep, AutoCloseable {

    /** Papers of one thread between two commits: a commit costs some 50 ms, and these take seconds. */
    private static final int SHARE = 64;

    private final PaperIndex index;
    private final Embedder embedder;
    private final int workers;
    private final ExecutorService pool;

    /** @param workers how many threads, at least 1 */
    public Embedding(PaperIndex index, Embedder embedder, int workers) {
        this.index = index;
        this.embedder = embedder;
        this.workers = workers;
        this.pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("embedding-", 1).factory());
    }

    /**
     * Embeds the newest papers that have no vector.
     *
     * @return how many were looked at; 0 if all have one
     * @throws EmbedderException if the model fails
     */
    @Override
    public int next() throws InterruptedException {
        List<Paper> papers = index.unembedded(SHARE * workers);
        if (!papers.isEmpty()) {
            index.embed(vectors(papers));
        }
        return papers.size();
    }

    @Override
    public String progress() {
        return "%d of %d papers are found by meaning too".formatted(index.embedded(), index.size());
    }

    @Override
    public String whileItFails() {
        return "papers cannot be embedded, so the newest are found by their words alone";
    }

    private Map<Paper, float[]> vectors(List<Paper> papers) throws InterruptedException {
        Map<Paper, Future<float[]>> pending = new HashMap<>();
        papers.forEach(
                paper -> pending.put(paper, pool.submit(() -> embedder.passage(PaperIndex.embeddedText(paper)))));
        Map<Paper, float[]> vectors = new HashMap<>();
        for (Map.Entry<Paper, Future<float[]>> each : pending.entrySet()) {
            vectors.put(each.getKey(), vector(each.getValue()));
        }
        return vectors;
    }

    private static float[] vector(Future<float[]> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            throw new EmbedderException("a paper could not be embedded", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        // The model must not be closed under a thread that runs it.
        pool.close();
    }
}
