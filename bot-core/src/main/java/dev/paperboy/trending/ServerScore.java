package dev.paperboy.trending;

import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trending score in one server: the score that holds everywhere, plus {@code ln(1 + votes here)}, plus
 * {@code ½·ln(1 + saves here)}. One vote is thus worth 0.7 points, which is what doubling the speed of upvotes is worth;
 * each doubling of the votes adds as much again, so that a few friends lift a paper and cannot carry it to the top.
 */
final class ServerScore {

    private ServerScore() {}

    private record Candidate(PaperId paper, Duration age, Receipt receipt, double score) {

        Candidate(PaperId paper, Duration age, Receipt receipt) {
            this(paper, age, receipt, receipt.score());
        }
    }

    /**
     * Ranks anew with what a server's members say. A paper that trends nowhere else is among them if somebody voted for
     * it within the window; its age counts from the first vote.
     *
     * @param everywhere the ranking without it, best first; equal scores keep this order
     */
    static List<TrendingPaper> rank(
            List<TrendingPaper> everywhere, Map<PaperId, Support> supports, Instant at, Duration window) {
        if (supports.isEmpty()) {
            return everywhere;
        }
        Map<PaperId, Support> others = new HashMap<>(supports);
        List<Candidate> candidates = new ArrayList<>();
        for (TrendingPaper one : everywhere) {
            Support support = others.remove(one.paper());
            Receipt receipt = support == null ? one.receipt() : with(one.receipt(), support);
            candidates.add(new Candidate(one.paper(), one.age(), receipt));
        }
        others.entrySet().stream()
                .filter(other -> other.getValue().votes() > 0)
                .sorted(Comparator.comparing(other -> other.getKey().value()))
                .forEach(other -> {
                    Duration age = Duration.between(other.getValue().since(), at);
                    if (!age.isNegative() && age.compareTo(window) < 0) {
                        candidates.add(new Candidate(other.getKey(), age, receipt(other.getValue())));
                    }
                });
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<TrendingPaper> ranked = new ArrayList<>(candidates.size());
        for (Candidate one : candidates) {
            ranked.add(new TrendingPaper(ranked.size() + 1, one.paper(), one.age(), one.receipt()));
        }
        return List.copyOf(ranked);
    }

    /** The receipt of a paper that was seen nowhere else. */
    static Receipt receipt(Support support) {
        return with(new Receipt(List.of(), ""), support);
    }

    /** A receipt with what a server's members say. */
    static Receipt with(Receipt everywhere, Support support) {
        List<Receipt.Part> parts = new ArrayList<>(everywhere.parts());
        if (support.votes() > 0) {
            parts.add(new Receipt.Part(support.saidVotes(), Math.log1p(support.votes())));
        }
        if (support.saves() > 0) {
            parts.add(new Receipt.Part(support.saidSaves(), Math.log1p(support.saves()) / 2));
        }
        String reason = Stream.of(everywhere.reason(), support.said())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Receipt(parts, reason);
    }
}
