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
import java.util.Set;

/**
 * Standing queries over papers in memory. Each query is filed under terms of which a paper must hold one; of a batch of
 * papers, only queries filed under its terms are looked at, and those by sets of papers, a bit for each.
 */
public final class LucenePercolator implements Percolator {

    /** Papers that are indexed in memory together; more of them at once are hardly quicker each. */
    private static final int BATCH = 512;

    private final ClauseQueries strict = new ClauseQueries(false);
    private final Vocabulary vocabulary = new Vocabulary();
    private final NeedReader needs = new NeedReader(vocabulary);
    private final Map<String, Standing> queries = new HashMap<>();
    /** By the terms under which they are filed. */
    private final Map<Integer, Set<Standing>> filed = new HashMap<>();
    /** Those that a paper without any particular term can fit. */
    private final Set<Standing> unfiled = new HashSet<>();

    @Override
    public synchronized void register(String key, PaperQuery query) {
        forget(key);
        Standing standing = new Standing(key, needs.read(strict.allRequired(query.clause())));
        queries.put(key, standing);
        needs.anchors(standing.need)
                .ifPresentOrElse(
                        terms -> terms.forEach(term -> filed.computeIfAbsent(term, _ -> new HashSet<>(2))
                                .add(standing)),
                        () -> unfiled.add(standing));
    }

    @Override
    public synchronized void forget(String key) {
        Standing standing = queries.remove(key);
        if (standing != null) {
            unfiled.remove(standing);
            needs.anchors(standing.need).orElse(List.of()).forEach(term -> unfile(standing, term));
        }
    }

    private void unfile(Standing standing, int term) {
        filed.computeIfPresent(term, (_, others) -> {
            others.remove(standing);
            return others.isEmpty() ? null : others;
        });
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
        try (PaperBatch batch = new PaperBatch(papers, vocabulary)) {
            for (Standing query : worthLookingAt(batch)) {
                batch.having(
                        query.need,
                        paper -> fitting.computeIfAbsent(paper.id(), _ -> new LinkedHashSet<>())
                                .add(query.key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("papers in memory cannot fail to be read", e);
        }
    }

    private Set<Standing> worthLookingAt(PaperBatch batch) {
        Set<Standing> worth = new HashSet<>(unfiled);
        batch.held().forEach(term -> worth.addAll(filed.getOrDefault(term, Set.of())));
        return worth;
    }

    /** A query and what it needs; not a record, for each is only itself. */
    private static final class Standing {

        private final String key;
        private final Need need;

        Standing(String key, Need need) {
            this.key = key;
            this.need = need;
        }
    }
}
