package dev.paperboy.feed;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.SourceException;
import dev.paperboy.source.arxiv.ArxivApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings single papers that somebody asks for by name: from the index, else from arXiv into it. */
public final class OnDemand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnDemand.class);

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

    private Brought ask(ArxivApi api, PaperId id) {
        CompletableFuture<List<Paper>> question = CompletableFuture.supplyAsync(() -> api.byIds(List.of(id)), asking);
        try {
            List<Paper> found = question.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return found.isEmpty() ? new Nowhere("arXiv knows no such paper") : new Known(keep(found.getFirst()));
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

    /** Whoever watches for it is told first: once it is kept it would not be new. */
    private Paper keep(Paper paper) {
        arrivals.arrived(List.of(new Arrivals.Arrival(Optional.empty(), paper)));
        index.add(List.of(paper));
        return index.find(paper.id()).orElse(paper);
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
