package dev.paperboy.trending;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The trending score: half the logarithm of the votes, plus the logarithm of their speed.
 *
 * <p>{@code ½·ln(1 + votes) + ln(1 + 50·votes an hour)}. The second part is {@code ln(speed + 0.02)} moved by a
 * constant so that no score is negative; below 0.02 votes an hour, one in two days, speed hardly counts. On the replay
 * of docs/ranking.md it beats raw upvotes, Hacker News and half-life decays. It sees nothing but the observations
 * given, so the same ones at the same instant give the same score.
 */
public final class TrendingScore {

    private static final double SPEED_SCALE = 50;

    /** What a star of the code counts for, in upvotes, where a paper was never seen with upvotes. */
    private static final double STAR = 0.1;

    private record Candidate(PaperId paper, Duration age, Receipt receipt, double score) {}

    private TrendingScore() {}

    /**
     * Ranks the papers that appeared within a window before an instant.
     *
     * @param histories what was seen of each at or before the instant, oldest first; equal scores keep this order
     */
    public static List<TrendingPaper> rank(Map<PaperId, List<Observation>> histories, Instant at, Duration window) {
        Instant minute = minute(at);
        List<Candidate> candidates = new ArrayList<>();
        histories.forEach(
                (paper, history) -> candidate(paper, history, minute, window).ifPresent(candidates::add));
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return numbered(candidates);
    }

    /** Why a paper scores what it scores, given what was seen of it at or before an instant, oldest first. */
    public static Receipt receipt(List<Observation> history, Instant at) {
        return receipt(Sighting.of(history, minute(at)));
    }

    /** The instant that ages are counted to: whole minutes, so that the answers of one minute agree. */
    static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Optional<Candidate> candidate(
            PaperId paper, List<Observation> history, Instant at, Duration window) {
        Sighting seen = Sighting.of(history, at);
        if (seen.age().compareTo(window) >= 0) {
            return Optional.empty();
        }
        Receipt receipt = receipt(seen);
        return Optional.of(new Candidate(paper, seen.age(), receipt, receipt.score()));
    }

    private static Receipt receipt(Sighting seen) {
        double unit = seen.starsOnly() ? STAR : 1;
        double speed = Math.max(seen.perHour(), 0);
        String noun = seen.starsOnly() ? "star" : "upvote";
        return new Receipt(
                List.of(
                        new Receipt.Part(Reason.plural(seen.votes(), noun), Math.log1p(unit * seen.votes()) / 2),
                        new Receipt.Part(
                                String.format(Locale.ENGLISH, "%.2f an hour", speed),
                                Math.log1p(SPEED_SCALE * unit * speed))),
                Reason.of(seen));
    }

    private static List<TrendingPaper> numbered(Collection<Candidate> candidates) {
        List<TrendingPaper> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            ranked.add(new TrendingPaper(ranked.size() + 1, candidate.paper(), candidate.age(), candidate.receipt()));
        }
        return List.copyOf(ranked);
    }
}
