package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Observations that live as long as the process. */
public final class InMemoryObservations implements Observations {

    private record Key(PaperId paper, Instant at, String list) {}

    private final Set<Key> keys = new HashSet<>();
    private final List<Observation> all = new ArrayList<>();

    @Override
    public synchronized int record(Collection<Observation> observations) {
        int before = all.size();
        for (Observation seen : observations) {
            if (keys.add(new Key(seen.paper(), seen.at(), seen.list()))) {
                all.add(seen);
            }
        }
        return all.size() - before;
    }

    @Override
    public synchronized List<Observation> of(PaperId paper, Instant until) {
        return until(until).filter(seen -> seen.paper().equals(paper)).toList();
    }

    @Override
    public synchronized Map<PaperId, List<Observation>> seenBetween(Instant from, Instant until) {
        Set<PaperId> papers = until(until)
                .filter(seen -> !seen.at().isBefore(from) && tells(seen))
                .map(Observation::paper)
                .collect(Collectors.toSet());
        return until(until)
                .filter(seen -> papers.contains(seen.paper()))
                .collect(Collectors.groupingBy(Observation::paper, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public synchronized Optional<Instant> newest() {
        return all.stream().map(Observation::at).max(Comparator.naturalOrder());
    }

    @Override
    public synchronized long generation() {
        return all.size();
    }

    private Stream<Observation> until(Instant until) {
        return all.stream().filter(seen -> !seen.at().isAfter(until)).sorted(Comparator.comparing(Observation::at));
    }

    private static boolean tells(Observation seen) {
        return seen.upvotes().isPresent()
                || seen.githubStars().isPresent()
                || seen.listedOn().isPresent();
    }
}
