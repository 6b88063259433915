package dev.paperboy.config.sandbox;

import dev.paperboy.config.RunningBot;
import dev.paperboy.feed.LatestCounts;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Brings the counts that cards show to what had been observed by the sandbox's time: a paper must not boast of votes
 * from days to come.
 */
final class CountsInTime {

    /** Beyond whatever a clock of ours may say. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private Optional<Instant> shown = Optional.empty();

    /** Shows the counts of an instant; only papers seen since the last time are looked at. */
    synchronized void show(RunningBot bot, Instant now) {
        Instant from = shown.map(last -> last.isBefore(now) ? last : now).orElse(Instant.EPOCH);
        Instant until = shown.map(last -> last.isAfter(now) ? last : now).orElse(EVER);
        Map<PaperId, List<Observation>> seen = bot.store().observations().seenBetween(from, until);
        Map<PaperId, Popularity> counts = new HashMap<>();
        bot.index()
                .findAll(seen.keySet())
                .forEach((id, paper) -> counts.put(id, counts(seen.getOrDefault(id, List.of()), paper, now)));
        bot.index().updatePopularity(counts);
        shown = Optional.of(now);
    }

    /** A count that is observed some day is hidden until then; one that never is stays as the paper brought it along. */
    private static Popularity counts(List<Observation> history, Paper paper, Instant now) {
        Popularity known = paper.popularity();
        Popularity unseen = new Popularity(
                isSeen(history, Observation::upvotes) ? 0 : known.upvotes(),
                isSeen(history, Observation::comments) ? 0 : known.comments(),
                isSeen(history, Observation::githubStars) ? 0 : known.githubStars());
        return LatestCounts.of(seenBy(now, history), unseen);
    }

    private static boolean isSeen(List<Observation> history, Function<Observation, OptionalInt> count) {
        return history.stream().map(count).anyMatch(OptionalInt::isPresent);
    }

    /** Shows the last known counts, as everything but the sandbox wants them. */
    void showAll(RunningBot bot) {
        show(bot, EVER);
    }

    /** After observations of any time came in, all papers are looked at the next time. */
    synchronized void forget() {
        shown = Optional.empty();
    }

    private static List<Observation> seenBy(Instant now, List<Observation> history) {
        return history.stream().filter(seen -> !seen.at().isAfter(now)).toList();
    }
}
