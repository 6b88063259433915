package dev.paperboy.feed;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.SourceException;
import dev.paperboy.source.arxiv.ArxivApi;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings single papers that somebody asks for by name: from the index, else from arXiv into it. */
public final class OnDemand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnDemand.class);

    /** How many papers arXiv tells in one answer, here. */
    private static final int AT_ONCE = 100;

    /** A person waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What became of it. */
    public sealed interface Brought {}

    /** It is in the index. */
    public record Known(Paper paper) implements Brought {}

    /**
     * It could not be asked for; later it may.
     *
     * @param why a clause for people
     */
    public record NotNow(String why) implements Brought {}

    /**
     * What became of several.
     *
     * @param papers those in the index now, by the ids asked for
     * @param unasked those that could not be asked for; later they may
     */
    public record BroughtAll(Map<PaperId, Paper> papers, Set<PaperId> unasked) {}

    /**
     * There is no such paper where we can ask.
     *
     * @param why a clause for people
     */
    public record Nowhere(String why) implements Brought {}

    private final PaperIndex index;
    private final Optional<ArxivApi> arxiv;
    private final Arrivals arrivals;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * One that brings papers.
     *
     * @param arxiv whom to ask; empty if nobody is to be asked
     * @param arrivals told of every paper that comes in
     */
    public OnDemand(PaperIndex index, Optional<ArxivApi> arxiv, Arrivals arrivals) {
        this.index = index;
        this.arxiv = arxiv;
        this.arrivals = arrivals;
    }

    /** Brings a paper; answers within some seconds. */
    public Brought bring(PaperId id) {
        Optional<Paper> known = index.find(id);
        if (known.isPresent()) {
            return new Known(known.get());
        }
        if (!id.isArxiv()) {
            return new Nowhere("it is not in my index, and I can fetch arXiv's papers alone");
        }
        return arxiv.map(api -> ask(api, id))
                .orElseGet(() -> new Nowhere("it is not in my index, and I am not set up to ask arXiv"));
    }

    /** Brings papers; answers within {@code patience}, and brings as many as that allows. */
    public BroughtAll bringAll(Collection<PaperId> ids, Duration patience) {
        Map<PaperId, Paper> papers = new HashMap<>(index.findAll(ids));
        List<PaperId> missing = ids.stream()
                .filter(PaperId::isArxiv)
                .filter(id -> !papers.containsKey(id))
                .distinct()
                .toList();
        Set<PaperId> unasked = new LinkedHashSet<>(arxiv.isPresent() ? missing : List.of());
        // Nobody is interrupted: an index that is being written to would not survive that.
        AtomicBoolean enough = new AtomicBoolean();
        Future<?> work = asking.submit(() -> arxiv.ifPresent(api -> fetch(api, missing, papers, unasked, enough)));
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException impatient) {
            enough.set(true);
        } catch (InterruptedException stopping) {
            enough.set(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof SourceException trouble)) {
                throw new IllegalStateException(failure.getCause());
            }
            LOG.warn("arXiv was asked for {} papers in vain: {}", unasked.size(), trouble.getMessage());
        }
        synchronized (papers) {
            return new BroughtAll(Map.copyOf(papers), Set.copyOf(unasked));
        }
    }

    private void fetch(
            ArxivApi api, List<PaperId> ids, Map<PaperId, Paper> papers, Set<PaperId> unasked, AtomicBoolean enough) {
        for (int from = 0; from < ids.size() && !enough.get(); from += AT_ONCE) {
            List<PaperId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<PaperId, Paper> kept = keep(api.byIds(some));
            synchronized (papers) {
                papers.putAll(kept);
                some.forEach(unasked::remove);
            }
        }
    }

    private Brought ask(ArxivApi api, PaperId id) {
        CompletableFuture<List<Paper>> question = CompletableFuture.supplyAsync(() -> api.byIds(List.of(id)), asking);
        try {
            List<Paper> found = question.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return found.isEmpty()
                    ? new Nowhere("arXiv knows no such paper")
                    : new Known(keep(found).values().iterator().next());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                return new NotNow("arXiv does not answer");
            }
            if (failure.getCause() instanceof SourceException trouble) {
                LOG.warn("arXiv was asked for {} in vain: {}", id, trouble.getMessage());
                return new NotNow("arXiv does not answer");
            }
            throw failure;
        }
    }

    /** Whoever watches for them is told first: once they are kept they would not be new. */
    private Map<PaperId, Paper> keep(List<Paper> papers) {
        arrivals.arrived(papers.stream()
                .map(paper -> new Arrivals.Arrival(Optional.empty(), paper))
                .toList());
        index.add(papers);
        return index.findAll(papers.stream().map(Paper::id).toList());
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
