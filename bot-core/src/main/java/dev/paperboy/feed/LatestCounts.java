package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Popularity;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The last known counts of a paper, as its observations tell: a count that a list does not show stays as it was. */
public final class LatestCounts {

    private LatestCounts() {}

    /** @param history oldest first */
    public static Popularity of(List<Observation> history) {
        return new Popularity(
                last(history, Observation::upvotes),
                last(history, Observation::comments),
                last(history, Observation::githubStars));
    }

    private static int last(List<Observation> history, Function<Observation, OptionalInt> count) {
        return history.reversed().stream()
                .map(count)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst()
                .orElse(0);
    }
}
