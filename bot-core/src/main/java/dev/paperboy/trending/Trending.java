package dev.paperboy.trending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.feed.Observations;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What trends at an instant, from all that had been observed by then; safe for many threads. */
public final class Trending {

    /** How far back a paper may have appeared, unless somebody says otherwise. */
    public static final Duration WEEK = Duration.ofDays(7);

    private static final int REMEMBERED = 64;

    /** Everything that an answer depends on. */
    private record Question(Instant at, Duration window, long generation) {}

    private final Observations observations;
    private final Cache<Question, List<TrendingPaper>> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).recordStats().build();

    public Trending(Observations observations) {
        this.observations = observations;
    }

    /**
     * The papers that appeared within a window and had been seen in it, best first.
     *
     * @param window longer than zero
     */
    public List<TrendingPaper> at(Instant at, Duration window) {
        long generation = observations.generation();
        boolean seesAll =
                observations.newest().map(newest -> !newest.isAfter(at)).orElse(true);
        Instant minute = TrendingScore.minute(at);
        // When nothing was seen after them, all instants of a minute have the same answer.
        return answers.get(
                new Question(seesAll ? minute : at, window, generation),
                question -> TrendingScore.rank(observations.seenBetween(minute.minus(window), at), at, window));
    }

    /** Why a paper scores at an instant what it scores; empty if it had not been seen by then. */
    public Optional<Receipt> receipt(PaperId paper, Instant at) {
        List<Observation> history = observations.of(paper, at);
        return history.isEmpty() ? Optional.empty() : Optional.of(TrendingScore.receipt(history, at));
    }

    /** When something was last observed, whatever it was; empty if nothing ever was. */
    public Optional<Instant> newestObservation() {
        return observations.newest();
    }

    /** How often an answer was remembered. */
    public CacheStats cacheStats() {
        return answers.stats();
    }
}
