package dev.paperboy.trending;

import java.util.List;

/**
 * Why a paper stands where it stands: the parts of its score, and the same in one line for people.
 *
 * @param parts what adds up to the score
 * @param reason such as {@code ▲ 48 upvotes · +12 in the last day · listed 2 days ago}
 */
public record Receipt(List<Part> parts, String reason) {

    /**
     * One summand.
     *
     * @param label what was seen, such as {@code 48 upvotes}
     * @param points what it counts for
     */
    public record Part(String label, double points) {}

    public Receipt {
        parts = List.copyOf(parts);
    }

    /** The sum of the parts, at least 0; comparable only with scores at the same instant. */
    public double score() {
        return parts.stream().mapToDouble(Part::points).sum();
    }
}
