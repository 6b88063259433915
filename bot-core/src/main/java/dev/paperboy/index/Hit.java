package dev.paperboy.index;

import dev.paperboy.paper.Paper;
import java.util.List;

/**
 * A paper that a search found.
 *
 * @param rank its place in the whole result, from 1
 * @param score higher is better; comparable only within one answer
 * @param parts what the score is made of, where that is known; they add up to it
 */
public record Hit(int rank, Paper paper, double score, List<Part> parts) {

    /**
     * One part of a score.
     *
     * @param name what earned it, in a word or two
     */
    public record Part(String name, double value) {}

    public Hit {
        parts = List.copyOf(parts);
    }

    public Hit(int rank, Paper paper, double score) {
        this(rank, paper, score, List.of());
    }
}
