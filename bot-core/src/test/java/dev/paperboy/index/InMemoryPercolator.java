package dev.paperboy.index;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A percolator that searches for every query: slow, short, and honest enough for tests. */
public final class InMemoryPercolator implements Percolator {

    private final Map<String, PaperQuery> queries = new LinkedHashMap<>();

    @Override
    public synchronized void register(String key, PaperQuery query) {
        queries.put(key, query);
    }

    @Override
    public synchronized void forget(String key) {
        queries.remove(key);
    }

    @Override
    public synchronized Map<PaperId, Set<String>> percolate(Collection<Paper> papers) {
        Map<PaperId, Set<String>> fitting = new LinkedHashMap<>();
        for (Paper paper : papers) {
            InMemoryPaperIndex index = new InMemoryPaperIndex();
            index.add(Set.of(paper));
            queries.forEach((key, query) -> index.matching(query, Set.of(paper.id()))
                    .forEach(id -> fitting.computeIfAbsent(id, _ -> new LinkedHashSet<>())
                            .add(key)));
        }
        return fitting;
    }
}
