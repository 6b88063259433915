package dev.paperboy.trending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.Server;
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
    private final Votes votes;
    private final Cache<Question, List<TrendingPaper>> answers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).recordStats().build();

    /** What trends everywhere, whatever is said in any server. */
    public Trending(Observations observations) {
        this(observations, Votes.NONE);
    }

    public Trending(Observations observations, Votes votes) {
        this.observations = observations;
        this.votes = votes;
    }

    /** The same for a server, whose members' votes and saves count there; without one, what trends everywhere. */
    public List<TrendingPaper> at(Optional<Server> server, Instant at, Duration window) {
        return server.map(place -> ServerScore.rank(at(at, window), votes.in(place, at), at, window))
                .orElseGet(() -> at(at, window));
    }

    /** What a server's members say for a paper. */
    public Optional<Support> support(Server server, PaperId paper, Instant at) {
        return Optional.ofNullable(votes.in(server, at).get(paper));
    }

    /** Why a paper scores in a server what it scores; empty if nothing is known of it. */
    public Optional<Receipt> receipt(Optional<Server> server, PaperId paper, Instant at) {
        Optional<Support> support = server.flatMap(place -> support(place, paper, at));
        Optional<Receipt> everywhere = receipt(paper, at);
        return support.map(said -> everywhere
                        .map(receipt -> ServerScore.with(receipt, said))
                        .orElseGet(() -> ServerScore.receipt(said)))
                .or(() -> everywhere);
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
