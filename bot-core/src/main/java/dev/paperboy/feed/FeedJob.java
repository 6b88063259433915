package dev.paperboy.feed;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PassingTime;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one source's papers into the index and its counts into the store, batch by batch. The cursor moves only
 * after both were kept, so whatever happens in between, the next run loses nothing.
 */
public final class FeedJob {

    private static final Logger LOG = LoggerFactory.getLogger(FeedJob.class);

    private final PaperSource source;
    private final PaperIndex index;
    private final Observations observations;
    private final Cursors cursors;
    private final Arrivals arrivals;
    private final FeedBudget budget;
    private final PassingTime time;

    /** @param arrivals told of every paper that comes in */
    public FeedJob(
            PaperSource source,
            PaperIndex index,
            Observations observations,
            Cursors cursors,
            Arrivals arrivals,
            FeedBudget budget,
            PassingTime time) {
        this.source = source;
        this.index = index;
        this.observations = observations;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.budget = budget;
        this.time = time;
    }

    /** The source's name. */
    public String name() {
        return source.name();
    }

    /** Takes what is there, as far as the budget goes. A source in trouble is part of the report. */
    public FeedReport run() {
        return run(cursors.of(name()));
    }

    /** Does the same from where a first visit begins; the cursor stays until the first batch of that is kept. */
    FeedReport runAfresh() {
        return run(Optional.empty());
    }

    private FeedReport run(Optional<String> start) {
        FeedReport report = read(start);
        report.trouble()
                .ifPresentOrElse(
                        trouble -> LOG.warn(
                                "{} after {} batches: {}: {}",
                                report.source(),
                                report.batches(),
                                trouble.kind(),
                                trouble.getMessage()),
                        () -> told(report));
        return report;
    }

    private static void told(FeedReport report) {
        if (report.isNews()) {
            LOG.info(
                    "{}: {} new papers, {} changed, {} new observations{}",
                    report.source(),
                    report.papers().imported(),
                    report.papers().updated(),
                    report.observations(),
                    report.complete() ? "" : ", more to come");
        }
    }

    private FeedReport read(Optional<String> start) {
        Duration end = time.elapsed().plus(budget.time());
        FeedReport report = FeedReport.begun(source.name());
        Optional<String> cursor = start;
        try {
            while (!report.complete()
                    && report.batches() < budget.batches()
                    && time.elapsed().compareTo(end) < 0) {
                SourceBatch batch = source.fetch(cursor);
                report = keep(batch, report);
                cursor = Optional.of(batch.cursor());
            }
            return report;
        } catch (SourceException trouble) {
            return report.endedBy(trouble);
        }
    }

    private FeedReport keep(SourceBatch batch, FeedReport report) {
        int seen = observations.record(batch.observations());
        Added added = index(batch);
        cursors.save(source.name(), batch.cursor());
        return report.plus(added, seen, !batch.more());
    }

    private Added index(SourceBatch batch) {
        Map<PaperId, Popularity> counts = counts(batch);
        List<Paper> papers = batch.papers().stream()
                .map(paper -> paper.withPopularity(counts.getOrDefault(paper.id(), paper.popularity())))
                .toList();
        announce(papers);
        Added added = papers.isEmpty() ? Added.NONE : add(papers);
        papers.forEach(paper -> counts.remove(paper.id()));
        if (!counts.isEmpty()) {
            index.updatePopularity(counts);
        }
        return added;
    }

    /** Before they are kept: afterwards none of them would be new, and a crash in between would keep it a secret. */
    private void announce(List<Paper> papers) {
        Map<PaperId, Paper> known = index.findAll(papers.stream().map(Paper::id).toList());
        arrivals.arrived(papers.stream()
                .map(paper -> arrival(paper, Optional.ofNullable(known.get(paper.id()))))
                .toList());
    }

    private static Arrivals.Arrival arrival(Paper paper, Optional<Paper> before) {
        return new Arrivals.Arrival(
                before,
                before.map(known -> known.updatedBy(paper.withId(known.id()))).orElse(paper));
    }

    /** A paper that the index cannot take is found by halving the batch and left out: it must not stop its feed. */
    private Added add(List<Paper> papers) {
        try {
            return index.add(papers);
        } catch (IllegalArgumentException unfit) {
            if (papers.size() == 1) {
                LOG.warn(
                        "{}: skipped {}, which the index cannot take",
                        name(),
                        papers.getFirst().id(),
                        unfit);
                return Added.NONE;
            }
            int middle = papers.size() / 2;
            return add(papers.subList(0, middle)).plus(add(papers.subList(middle, papers.size())));
        }
    }

    /** Read from the store, not from the batch: a list that shows no stars does not mean there are none. */
    private Map<PaperId, Popularity> counts(SourceBatch batch) {
        Map<PaperId, Popularity> known = known(batch);
        Map<PaperId, Popularity> counts = new HashMap<>();
        Instant now = observations.newest().orElse(Instant.EPOCH);
        for (Observation seen : batch.observations()) {
            counts.computeIfAbsent(
                    seen.paper(),
                    paper -> LatestCounts.of(observations.of(paper, now), known.getOrDefault(paper, Popularity.NONE)));
        }
        return counts;
    }

    /** Counts as the index has them; it knows more than the batch, whose zeros may stand for "not shown". */
    private Map<PaperId, Popularity> known(SourceBatch batch) {
        Map<PaperId, Popularity> known = new HashMap<>();
        batch.papers().forEach(paper -> known.put(paper.id(), paper.popularity()));
        Set<PaperId> seen =
                batch.observations().stream().map(Observation::paper).collect(Collectors.toSet());
        index.findAll(seen).forEach((id, paper) -> known.put(id, paper.popularity()));
        return known;
    }
}
