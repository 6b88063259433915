package dev.paperboy.trending;

import dev.paperboy.paper.PaperId;

/**
 * A paper's place among those that trend.
 *
 * @param rank from 1
 * @param paper which paper
 * @param receipt why it stands there
 */
public record TrendingPaper(int rank, PaperId paper, Receipt receipt) {

    public double score() {
        return receipt.score();
    }
}
