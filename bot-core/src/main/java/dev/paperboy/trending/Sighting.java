package dev.paperboy.trending;

import dev.paperboy.paper.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A paper as an instant knows it, read from its observations.
 *
 * @param at the instant that knows
 * @param votes what it was noticed by: upvotes, or stars of its code where no list ever showed upvotes
 * @param starsOnly whether they are stars
 * @param votesAt when they were last seen
 * @param before the count to compare with, if there is one
 * @param listedOn the day of the daily list that carried it first, if one did
 * @param firstSeen when it was first seen at all
 */
record Sighting(
        Instant at,
        int votes,
        boolean starsOnly,
        Instant votesAt,
        Optional<Count> before,
        Optional<LocalDate> listedOn,
        Instant firstSeen) {

    /** Counts nearer to each other say nothing about speed: one list is often seen twice in an hour. */
    private static final Duration APART = Duration.ofHours(6);

    /** A count and when it was seen. */
    record Count(Instant at, int votes) {}

    /** @param history what was seen at or before {@code at}, oldest first, not empty */
    static Sighting of(List<Observation> history, Instant at) {
        List<Count> upvotes = history.stream()
                .filter(seen -> seen.upvotes().isPresent())
                .map(seen -> new Count(seen.at(), seen.upvotes().getAsInt()))
                .toList();
        List<Count> stars = upvotes.isEmpty()
                ? history.stream()
                        .filter(seen -> seen.githubStars().isPresent())
                        .map(seen -> new Count(seen.at(), seen.githubStars().getAsInt()))
                        .toList()
                : List.of();
        List<Count> counts = upvotes.isEmpty() ? stars : upvotes;
        Count last = counts.isEmpty() ? new Count(history.getLast().at(), 0) : counts.getLast();
        Optional<Count> before = counts.stream()
                .filter(count -> !count.at().isAfter(last.at().minus(APART)))
                .reduce((earlier, later) -> later);
        Optional<LocalDate> listed =
                history.stream().flatMap(seen -> seen.listedOn().stream()).min(Comparator.naturalOrder());
        return new Sighting(
                at,
                last.votes(),
                !stars.isEmpty(),
                last.at(),
                before,
                listed,
                history.getFirst().at());
    }

    /** When it appeared: the beginning of its listing day in UTC, else when it was first seen. */
    Instant appeared() {
        return listedOn.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(firstSeen);
    }

    /** Time since it appeared; negative for a list of tomorrow. */
    Duration age() {
        return Duration.between(appeared(), at);
    }

    /** Votes gained an hour, since the count to compare with or else since it appeared; negative if votes were lost. */
    double perHour() {
        return before.map(count -> (votes - count.votes()) / Math.max(hours(Duration.between(count.at(), votesAt)), 1))
                .orElseGet(() -> votes / Math.max(hours(age()), 1));
    }

    private static double hours(Duration duration) {
        return duration.toSeconds() / 3600.0;
    }
}
