package dev.paperboy.trending;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks at many instants of the past what trended then, from observations in memory; each sees only its own past. */
public final class TrendingReplay {

    private final Map<PaperId, List<Observation>> histories = new LinkedHashMap<>();

    /** @param observations in any order */
    public TrendingReplay(Collection<Observation> observations) {
        observations.stream()
                .sorted(Comparator.comparing(Observation::at))
                .forEach(seen -> histories
                        .computeIfAbsent(seen.paper(), paper -> new ArrayList<>())
                        .add(seen));
    }

    /** What {@link Trending#at} would have answered at that instant. */
    public List<TrendingPaper> at(Instant at, Duration window) {
        Instant from = TrendingScore.minute(at).minus(window);
        Map<PaperId, List<Observation>> known = new LinkedHashMap<>();
        histories.forEach((paper, history) -> {
            int past = countUntil(history, at);
            if (past > 0 && !history.get(past - 1).at().isBefore(from)) {
                known.put(paper, history.subList(0, past));
            }
        });
        return TrendingScore.rank(known, at, window);
    }

    private static int countUntil(List<Observation> history, Instant at) {
        int count = 0;
        while (count < history.size() && !history.get(count).at().isAfter(at)) {
            count++;
        }
        return count;
    }
}
