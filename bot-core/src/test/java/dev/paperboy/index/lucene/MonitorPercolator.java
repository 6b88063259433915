package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.Percolator;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;

/** Lucene's own percolator under our contract: a second opinion, and what ours is measured beside. */
public final class MonitorPercolator implements Percolator, AutoCloseable {

    private final ClauseQueries strict = new ClauseQueries(false);
    private final Monitor monitor;

    public MonitorPercolator() {
        try {
            this.monitor = new Monitor(Analyzers.perField());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void register(String key, PaperQuery query) {
        registerAll(Map.of(key, query));
    }

    /** Many at once are much quicker than one by one. */
    public void registerAll(Map<String, PaperQuery> queries) {
        try {
            monitor.register(queries.entrySet().stream()
                    .map(each -> new MonitorQuery(
                            each.getKey(), strict.allRequired(each.getValue().clause())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(String key) {
        try {
            monitor.deleteById(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<PaperId, Set<String>> percolate(Collection<Paper> papers) {
        List<Paper> all = List.copyOf(papers);
        Map<PaperId, Set<String>> fitting = new LinkedHashMap<>();
        if (all.isEmpty()) {
            return fitting;
        }
        try {
            MultiMatchingQueries<QueryMatch> matches = monitor.match(
                    all.stream().map(paper -> PaperDocument.of(paper, Map.of())).toArray(Document[]::new),
                    QueryMatch.SIMPLE_MATCHER);
            for (int i = 0; i < all.size(); i++) {
                Set<String> keys = new LinkedHashSet<>();
                matches.getMatches(i).forEach(match -> keys.add(match.getQueryId()));
                if (!keys.isEmpty()) {
                    fitting.put(all.get(i).id(), keys);
                }
            }
            return fitting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
