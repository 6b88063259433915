package dev.paperboy.trending;

import dev.paperboy.paper.PaperId;
import java.time.Duration;

/**
 * A paper's place among those that trend.
 *
 * @param rank from 1
 * @param paper which paper
 * @param age how long it has been known at that instant, to the minute
 * @param receipt why it stands there
 */
public record TrendingPaper(int rank, PaperId paper, Duration age, Receipt receipt) {

    public double score() {
        return receipt.score();
    }
}
