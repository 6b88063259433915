package dev.paperboy.index.lucene;

import dev.paperboy.index.lucene.Merging.Change;
import dev.paperboy.index.lucene.Wreck.Rescued;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the papers of damaged segments into a new index, and says in the log what was saved and what was lost. */
final class Rescue {

    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    /** Of two documents of one paper only one was live; where it cannot be told which, the one that knows more. */
    private static final Comparator<Paper> KNOWS_MORE = Comparator.comparing(
                    (Paper paper) -> paper.updated().orElse(Instant.MIN))
            .thenComparingInt(Paper::version)
            .thenComparingInt(paper -> paper.popularity().upvotes()
                    + paper.popularity().comments()
                    + paper.popularity().githubStars());

    private final Directory folder;
    private final Segments segments;
    private boolean lost;

    Rescue(Directory folder, Segments segments) {
        this.folder = folder;
        this.segments = segments;
    }

    /** @param now by what a loss, if there is one, is known from then on */
    void into(IndexFolder fresh, String now) {
        Writing writing = Writing.open(fresh);
        try (Readers readers = writing.readers();
                writing) {
            segments.damaged().forEach(segment -> take(segment, writing));
            segments.beyond().forEach(name -> {
                lost = true;
                LOG.error("segment {}: nothing of it can be read, and nobody knows how many papers it had", name);
            });
            if (lost) {
                writing.markLoss(now);
            }
            sayHowItEnded(readers.read(Reading::size));
        }
    }

    private void sayHowItEnded(int papers) {
        LOG.warn("the index is whole again, with {} papers", papers);
        if (lost) {
            LOG.error("papers were lost: \"paperboy import FILE\" brings them back from files, and a running bot reads"
                    + " again what its sources had lately");
        }
    }

    private void take(SegmentCommitInfo segment, Writing writing) {
        Throwable trouble = segments.troubles().getOrDefault(segment.info.name, segments.trouble());
        Optional<Integer> expected = Wreck.expected(segment);
        int saved = 0;
        try (Wreck wreck = Wreck.open(folder, segment)) {
            saved = wreck.read(writing::rescue);
        } catch (IOException | RuntimeException unreadable) {
            trouble = unreadable;
        }
        int missing = expected.isEmpty() ? (saved == 0 ? 1 : 0) : expected.get() - saved;
        lost |= missing > 0;
        LOG.warn(
                "segment {} ({}): {} papers saved, {} lost",
                segment.info.name,
                Damage.told(trouble),
                saved,
                Math.max(0, missing));
    }

    /** What becomes of papers that were rescued, beside those that are there. */
    static Collection<Change> changes(List<Rescued> papers, Reading reading) throws IOException {
        Map<PaperId, Change> changes = new LinkedHashMap<>();
        for (Rescued one : papers) {
            PaperId id = one.paper().id();
            Optional<Paper> before = reading.findOwn(id);
            Optional<Paper> known =
                    Optional.ofNullable(changes.get(id)).map(Change::paper).or(() -> before);
            // A record that is known by its DOI alone may have gone into an arXiv paper since.
            boolean wanted = known.isEmpty()
                    ? reading.findByAlias(id).isEmpty()
                    : KNOWS_MORE.compare(one.paper(), known.get()) > 0;
            if (wanted) {
                changes.put(id, new Change(one.paper(), before, false, one.vectors()));
            }
        }
        return List.copyOf(changes.values());
    }
}
