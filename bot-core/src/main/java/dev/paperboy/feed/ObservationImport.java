package dev.paperboy.feed;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.jsonl.JsonLines;
import dev.paperboy.source.jsonl.RejectedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records files of observations, in batches that are durable one by one; what is rejected is told in a file beside
 * each. Reading a file again changes nothing.
 */
public final class ObservationImport {

    private static final int BATCH = 5_000;

    /** Papers are voted for since the web is there; before that, a date is a slip, and far before it no store can hold it. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** The clock of whoever observed may be wrong, or of another zone; more than that has not happened yet. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Observations observations;
    private final InstantSource clock;
    private final Consumer<String> remarks;
    private Optional<Instant> oldest = Optional.empty();

    /**
     * What became of a file's lines.
     *
     * @param recorded observations that were new
     * @param known observations that were there before
     * @param rejected lines of no use
     * @param isWhole whether it was read to its end; a packed file may be cut off
     */
    public record Result(long recorded, long known, long rejected, boolean isWhole) {

        public static final Result NONE = new Result(0, 0, 0);

        public Result(long recorded, long known, long rejected) {
            this(recorded, known, rejected, true);
        }

        public Result plus(Result other) {
            return new Result(
                    recorded + other.recorded,
                    known + other.known,
                    rejected + other.rejected,
                    isWhole && other.isWhole);
        }

        /** Whether the file had an observation at all. */
        public boolean isUseful() {
            return recorded + known > 0;
        }
    }

    /**
     * @param clock what has not happened yet cannot have been observed
     * @param remarks told in one sentence for people what of a file was not taken
     */
    public ObservationImport(Observations observations, InstantSource clock, Consumer<String> remarks) {
        this.observations = observations;
        this.clock = clock;
        this.remarks = remarks;
    }

    /**
     * Records one file.
     *
     * @throws IOException if it cannot be read
     */
    public Result read(Path file) throws IOException {
        RejectedLines rejected = RejectedLines.beside(file);
        Batches batches = new Batches(rejected);
        try (rejected) {
            ObservationFile.read(file, batches);
            batches.flush();
        }
        batches.damage.map(what -> file + " " + what).ifPresent(remarks);
        rejected.told().ifPresent(remarks);
        return new Result(batches.recorded, batches.known, rejected.count(), batches.damage.isEmpty());
    }

    /**
     * Brings the counts of the index up to date with all that was read; what was never observed stays.
     *
     * @return how many papers of the index were seen
     */
    public int update(PaperIndex index) {
        Optional<Instant> newest = observations.newest();
        if (oldest.isEmpty() || newest.isEmpty()) {
            return 0;
        }
        Map<PaperId, List<Observation>> seen = observations.seenBetween(oldest.get(), newest.get());
        Map<PaperId, Popularity> counts = new HashMap<>();
        index.findAll(seen.keySet())
                .forEach((id, paper) ->
                        counts.put(id, LatestCounts.of(seen.getOrDefault(id, List.of()), paper.popularity())));
        return index.updatePopularity(counts);
    }

    private final class Batches implements ObservationFile.Reader {

        private final RejectedLines rejected;
        private final Instant latest = clock.instant().plus(AHEAD);
        private final List<Observation> batch = new ArrayList<>();
        private Optional<String> damage = Optional.empty();
        private long recorded;
        private long known;

        Batches(RejectedLines rejected) {
            this.rejected = rejected;
        }

        @Override
        public void seen(JsonLines.Line line, Observation observation) {
            if (observation.at().isAfter(latest)) {
                rejected(line, "observed_at is still to come: " + observation.at());
            } else if (observation.at().isBefore(EARLIEST)) {
                rejected(line, "observed_at is long before anybody observed papers: " + observation.at());
            } else {
                take(observation);
            }
        }

        private void take(Observation observation) {
            batch.add(observation);
            oldest = oldest.filter(at -> at.isBefore(observation.at())).or(() -> Optional.of(observation.at()));
            if (batch.size() == BATCH) {
                flush();
            }
        }

        @Override
        public void rejected(JsonLines.Line line, String reason) {
            rejected.add(line.number(), reason, line.text());
        }

        @Override
        public void damaged(String what) {
            damage = Optional.of(what);
        }

        void flush() {
            int added = observations.record(batch);
            recorded += added;
            known += batch.size() - added;
            batch.clear();
        }
    }
}
