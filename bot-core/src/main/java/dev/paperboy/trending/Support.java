package dev.paperboy.trending;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the members of a server say for a paper, by the reactions that stand under our posts there.
 *
 * @param votes how many have put a 👍; each person counts once, and who submitted the paper not at all
 * @param saves how many have put a 🔖; each person counts once
 * @param since when the first of them did
 */
public record Support(int votes, int saves, Instant since) {

    String saidVotes() {
        return Reason.plural(votes, "vote") + " here";
    }

    String saidSaves() {
        return Reason.plural(saves, "save") + " here";
    }

    /** Such as {@code 3 votes here · 1 save here}. */
    public String said() {
        return Stream.of(votes > 0 ? saidVotes() : "", saves > 0 ? saidSaves() : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
