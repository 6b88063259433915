package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.Percolator;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * Standing queries over papers in memory. Each query is filed under terms of which a paper must hold one; of a batch of
 * papers, only queries filed under its terms are looked at, and those by sets of papers, a bit for each.
 */
public final class LucenePercolator implements Percolator {

    /** Papers that are indexed in memory together; more of them at once are hardly quicker each. */
    private static final int BATCH = 512;

    private final ClauseQueries strict = new ClauseQueries(false);
    private final Map<String, Standing> queries = new HashMap<>();
    private final Map<Term, Set<Standing>> anchored = new HashMap<>();
    private final Set<Standing> unanchored = new HashSet<>();
    /** How many queries ask for each term. */
    private final Map<Term, Integer> asked = new HashMap<>();

    @Override
    public synchronized void register(String key, PaperQuery query) {
        forget(key);
        Need need = strict.required(query.clause())
                .map(Need::of)
                .orElse(ClauseQueries.asksForSomething(query.clause()) ? Need.Any.NOTHING : Need.All.NOTHING);
        Standing standing = new Standing(key, need);
        queries.put(key, standing);
        standing.anchors.ifPresentOrElse(
                terms -> terms.forEach(term ->
                        anchored.computeIfAbsent(term, _ -> new HashSet<>()).add(standing)),
                () -> unanchored.add(standing));
        need.terms().forEach(term -> asked.merge(term, 1, Integer::sum));
    }

    @Override
    public synchronized void forget(String key) {
        Standing standing = queries.remove(key);
        if (standing == null) {
            return;
        }
        unanchored.remove(standing);
        standing.anchors
                .orElse(List.of())
                .forEach(term -> anchored.computeIfPresent(term, (_, filed) -> {
                    filed.remove(standing);
                    return filed.isEmpty() ? null : filed;
                }));
        standing.need
                .terms()
                .forEach(term -> asked.computeIfPresent(term, (_, times) -> times == 1 ? null : times - 1));
    }

    @Override
    public synchronized Map<PaperId, Set<String>> percolate(Collection<Paper> papers) {
        Map<PaperId, Set<String>> fitting = new LinkedHashMap<>();
        List<Paper> all = List.copyOf(papers);
        for (int from = 0; from < all.size() && !queries.isEmpty(); from += BATCH) {
            percolate(all.subList(from, Math.min(all.size(), from + BATCH)), fitting);
        }
        return fitting;
    }

    private void percolate(List<Paper> papers, Map<PaperId, Set<String>> fitting) {
        try (PaperBatch batch = new PaperBatch(papers)) {
            for (Standing query : worthLookingAt(batch.read(asked.keySet()))) {
                batch.having(query.need)
                        .forEach(paper -> fitting.computeIfAbsent(paper.id(), _ -> new LinkedHashSet<>())
                                .add(query.key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("papers in memory cannot fail to be read", e);
        }
    }

    private Set<Standing> worthLookingAt(Set<Term> held) {
        Set<Standing> candidates = new HashSet<>(unanchored);
        held.forEach(term -> candidates.addAll(anchored.getOrDefault(term, Set.of())));
        return candidates;
    }

    /** A query and what it needs; one is the same as another if it is that very one. */
    private static final class Standing {

        private final String key;
        private final Need need;
        private final Optional<List<Term>> anchors;

        Standing(String key, Need need) {
            this.key = key;
            this.need = need;
            this.anchors = need.anchors();
        }
    }
}
