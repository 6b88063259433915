package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Popularity;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The last known counts of a paper, as its observations tell: a count that no list shows stays as it was known. */
public final class LatestCounts {

    private LatestCounts() {}

    /**
     * @param history oldest first
     * @param known what the paper's own record says, for counts that were never observed
     */
    public static Popularity of(List<Observation> history, Popularity known) {
        return new Popularity(
                last(history, Observation::upvotes).orElse(known.upvotes()),
                last(history, Observation::comments).orElse(known.comments()),
                last(history, Observation::githubStars).orElse(known.githubStars()));
    }

    private static OptionalInt last(List<Observation> history, Function<Observation, OptionalInt> count) {
        return history.reversed().stream()
                .map(count)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
