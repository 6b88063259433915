package dev.paperboy.feed;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.jsonl.JsonLines;
import dev.paperboy.source.jsonl.RejectedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

    private final Observations observations;
    private final Consumer<String> remarks;
    private Optional<Instant> oldest = Optional.empty();

    /**
     * What became of a file's lines.
     *
     * @param recorded observations that were new
     * @param known observations that were there before
     * @param rejected lines of no use
     */
    public record Result(long recorded, long known, long rejected) {

        public static final Result NONE = new Result(0, 0, 0);

        public Result plus(Result other) {
            return new Result(recorded + other.recorded, known + other.known, rejected + other.rejected);
        }

        /** Whether the file had an observation at all. */
        public boolean isUseful() {
            return recorded + known > 0;
        }
    }

    /** @param remarks told in one sentence for people what of a file was not taken */
    public ObservationImport(Observations observations, Consumer<String> remarks) {
        this.observations = observations;
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
        rejected.told().ifPresent(remarks);
        return new Result(batches.recorded, batches.known, rejected.count());
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
        private final List<Observation> batch = new ArrayList<>();
        private long recorded;
        private long known;

        Batches(RejectedLines rejected) {
            this.rejected = rejected;
        }

        @Override
        public void seen(Observation observation) {
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

        void flush() {
            int added = observations.record(batch);
            recorded += added;
            known += batch.size() - added;
            batch.clear();
        }
    }
}
