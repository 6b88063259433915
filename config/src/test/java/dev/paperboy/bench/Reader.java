package dev.paperboy.bench;

import dev.paperboy.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody made up whose interests are known.
 *
 * @param saved what is on their list
 * @param dismissed what they turned away
 * @param hidden what they would like, too: whoever recommends for them does not see it
 */
record Reader(List<PaperId> saved, List<PaperId> dismissed, Set<PaperId> hidden) {

    private static final int DEPTH = 10;

    Reader {
        saved = List.copyOf(saved);
        dismissed = List.copyOf(dismissed);
        hidden = Set.copyOf(hidden);
    }

    /** What must not be recommended to them. */
    Set<PaperId> known() {
        Set<PaperId> known = new HashSet<>(saved);
        known.addAll(dismissed);
        return known;
    }

    /** nDCG@10 of recommendations, best first; every hidden paper gains 1. */
    double ndcg(List<PaperId> recommended) {
        double gained = 0;
        double best = 0;
        for (int place = 0; place < DEPTH; place++) {
            double worth = Math.log(2) / Math.log(place + 2.0);
            gained += place < recommended.size() && hidden.contains(recommended.get(place)) ? worth : 0;
            best += place < hidden.size() ? worth : 0;
        }
        return best == 0 ? 0 : gained / best;
    }
}
