package dev.paperboy.index;

import dev.paperboy.paper.PaperId;
import java.util.List;

/**
 * What one person likes and what not.
 *
 * @param likes papers they chose, the latest first; the first {@value #MOST} that are known count
 * @param dislikes papers they turned away, the latest first; the first {@value #MOST} that are known count
 */
public record Taste(List<PaperId> likes, List<PaperId> dislikes) {

    /** How many papers of either kind count: the latest say best what somebody likes now. */
    public static final int MOST = 50;

    public Taste {
        likes = List.copyOf(likes);
        dislikes = List.copyOf(dislikes);
    }
}
