package dev.paperboy.index.lucene;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings papers together with what the index holds of them: one paper, whatever the route it came by. A record that is
 * known by its DOI alone goes into the arXiv paper with that DOI, whichever of them came first.
 */
final class Merging {

    private final Reading reading;
    private final Map<PaperId, Change> changes = new LinkedHashMap<>();
    /** Papers of this batch by their DOI. */
    private final Map<PaperId, PaperId> aliases = new HashMap<>();

    /**
     * A paper as it shall be.
     *
     * @param before as it was, if it was there
     * @param absorbed whether a record of the index, known by its DOI alone, went into it and is to leave
     * @param vectors new vectors by field; if empty, those from before stay while the text does
     */
    record Change(Paper paper, Optional<Paper> before, boolean absorbed, Map<String, float[]> vectors) {

        Change(Paper paper, Optional<Paper> before, boolean absorbed) {
            this(paper, before, absorbed, Map.of());
        }

        /** A paper that was embedded. */
        static Change embedded(Paper paper, String field, float[] vector) {
            return new Change(paper, Optional.of(paper), false, Map.of(field, vector));
        }

        /** A change of a paper that is there. */
        static Change of(Paper paper, Paper before) {
            return new Change(paper, Optional.of(before), false);
        }

        /** Whether the index would not hold the same afterwards as before. */
        boolean isNews() {
            return absorbed || !vectors.isEmpty() || !before.equals(Optional.of(paper));
        }

        /** Whether a vector from before still says what the paper is about. */
        boolean keepsText() {
            return before.filter(older -> PaperIndex.embeddedText(older).equals(PaperIndex.embeddedText(paper)))
                    .isPresent();
        }

        Optional<PaperId> doi() {
            return paper.links().doi().flatMap(PaperId::doi);
        }
    }

    private Merging(Reading reading) {
        this.reading = reading;
    }

    static Collection<Change> of(Collection<Paper> papers, Reading reading) throws IOException {
        Merging merging = new Merging(reading);
        for (Paper paper : papers) {
            merging.take(paper);
        }
        return List.copyOf(merging.changes.values());
    }

    /** What became of papers that were handed in. */
    static Added added(Collection<Change> changes, int handedIn) {
        int imported = (int) changes.stream()
                .filter(change -> change.before().isEmpty() && !change.absorbed())
                .count();
        return new Added(imported, handedIn - imported);
    }

    private void take(Paper paper) throws IOException {
        Paper newer = paper.withId(identity(paper.id()));
        Change pending = changes.get(newer.id());
        Optional<Paper> before = pending != null ? pending.before() : reading.findOwn(newer.id());
        Optional<Paper> known = pending != null ? Optional.of(pending.paper()) : before;
        Optional<Change> twin = twin(newer);
        Paper merged = Stream.of(twin.map(change -> change.paper().withId(newer.id())), known)
                .flatMap(Optional::stream)
                .reduce(Paper::updatedBy)
                .map(older -> older.updatedBy(newer))
                .orElse(newer);
        boolean absorbed = twin.flatMap(Change::before).isPresent() || (pending != null && pending.absorbed());
        Change change = new Change(merged, before, absorbed);
        changes.put(newer.id(), change);
        change.doi().ifPresent(doi -> aliases.put(doi, newer.id()));
    }

    /** The arXiv id behind a DOI, if there is one. */
    private PaperId identity(PaperId id) throws IOException {
        if (id.isArxiv()) {
            return id;
        }
        PaperId inBatch = aliases.get(id);
        return inBatch != null
                ? inBatch
                : reading.findByAlias(id).map(Paper::id).orElse(id);
    }

    /** What is known under the DOI of an arXiv paper; it leaves this batch. */
    private Optional<Change> twin(Paper newer) throws IOException {
        Optional<PaperId> doi = newer.links().doi().flatMap(PaperId::doi);
        if (doi.isEmpty() || !newer.id().isArxiv()) {
            return Optional.empty();
        }
        Change pending = changes.remove(doi.get());
        return pending != null
                ? Optional.of(pending)
                : reading.findOwn(doi.get()).map(record -> Change.of(record, record));
    }
}
