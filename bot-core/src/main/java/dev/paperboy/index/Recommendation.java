package dev.paperboy.index;

import dev.paperboy.paper.Paper;
import java.util.List;

/**
 * A paper that suits a taste.
 *
 * @param hit the paper, and how well it suits
 * @param because of those that were liked, the one that it resembles most
 * @param shared words that both share and few others use, the most telling first, as the liked one writes them
 */
public record Recommendation(Hit hit, Paper because, List<String> shared) {

    public Recommendation {
        shared = List.copyOf(shared);
    }
}
