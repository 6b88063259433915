package dev.paperboy.trending;

import static dev.paperboy.feed.ObservationsContract.ONE;
import static dev.paperboy.feed.ObservationsContract.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendingTest {

    private static final Instant MONDAY = Instant.parse("2026-08-17T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-08-18T08:00:00Z");

    private final InMemoryObservations observations = new InMemoryObservations();
    private final Trending trending = new Trending(observations);

    private static Observation seen(PaperId paper, Instant at, int upvotes, String listedOn) {
        return new Observation(
                paper,
                at,
                "api_daily",
                Optional.of(LocalDate.parse(listedOn)),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static Observation stars(PaperId paper, Instant at, int stars) {
        return new Observation(
                paper,
                at,
                "page_daily",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(stars));
    }

    private TrendingPaper only(Instant at) {
        List<TrendingPaper> papers = trending.at(at, Trending.WEEK);
        assertThat(papers).hasSize(1);
        return papers.getFirst();
    }

    @Test
    void theFormulaHoldsToTheLastDigit() {
        observations.record(List.of(seen(ONE, MONDAY, 36, "2026-08-17"), seen(ONE, TUESDAY, 48, "2026-08-17")));

        assertThat(only(TUESDAY).score()).isCloseTo(Math.log(49) / 2 + Math.log(1 + 50 * 0.5), within(1e-12));
    }

    @Test
    void withoutAnEarlierCountTheSpeedIsSinceTheListing() {
        observations.record(List.of(seen(ONE, MONDAY, 16, "2026-08-17")));

        assertThat(only(MONDAY).score()).isCloseTo(Math.log(17) / 2 + Math.log(1 + 50 * 2.0), within(1e-12));
    }

    @Test
    void thePartsAddUpAndAreNamed() {
        observations.record(List.of(seen(ONE, MONDAY, 36, "2026-08-17"), seen(ONE, TUESDAY, 48, "2026-08-17")));

        Receipt receipt = only(TUESDAY).receipt();

        assertThat(receipt.parts()).extracting(Receipt.Part::label).containsExactly("48 upvotes", "0.50 an hour");
        assertThat(receipt.parts().stream().mapToDouble(Receipt.Part::points).sum())
                .isEqualTo(only(TUESDAY).score());
        assertThat(trending.receipt(ONE, TUESDAY)).contains(receipt);
        assertThat(trending.receipt(TWO, TUESDAY)).isEmpty();
    }

    @Test
    void theReasonIsOneLineForPeople() {
        observations.record(List.of(seen(ONE, MONDAY, 1, "2026-08-17")));
        assertThat(only(MONDAY).receipt().reason()).isEqualTo("▲ 1 upvote · listed today");

        observations.record(List.of(seen(ONE, TUESDAY, 1_234, "2026-08-17")));
        assertThat(only(TUESDAY).receipt().reason())
                .isEqualTo("▲ 1,234 upvotes · +1,233 in the last day · listed yesterday");
        assertThat(only(TUESDAY.plus(Duration.ofDays(3))).receipt().reason())
                .isEqualTo("▲ 1,234 upvotes · +1,233 in the last day · listed 4 days ago · as of 18 Aug");

        observations.record(List.of(seen(ONE, TUESDAY.plus(Duration.ofHours(8)), 1_234, "2026-08-17")));
        assertThat(only(TUESDAY.plus(Duration.ofHours(8))).receipt().reason())
                .isEqualTo("▲ 1,234 upvotes · none new in the last 8 hours · listed yesterday");
    }

    @Test
    void moreVotesNeverRankLower() {
        for (int votes = 0; votes < 200; votes += 7) {
            InMemoryObservations two = new InMemoryObservations();
            two.record(List.of(
                    seen(ONE, MONDAY, 10, "2026-08-17"),
                    seen(TWO, MONDAY, 10, "2026-08-17"),
                    seen(ONE, TUESDAY, 10 + votes, "2026-08-17"),
                    seen(TWO, TUESDAY, 11 + votes, "2026-08-17")));

            assertThat(new Trending(two).at(TUESDAY, Trending.WEEK))
                    .extracting(TrendingPaper::paper)
                    .containsExactly(TWO, ONE);
        }
    }

    @Test
    void lostVotesCountAsNoSpeed() {
        observations.record(List.of(seen(ONE, MONDAY, 20, "2026-08-17"), seen(ONE, TUESDAY, 5, "2026-08-17")));

        assertThat(only(TUESDAY).score()).isCloseTo(Math.log(6) / 2, within(1e-12));
        assertThat(only(TUESDAY).receipt().reason()).contains("-15 in the last day");
    }

    @Test
    void theWindowCountsFromTheListing() {
        observations.record(List.of(seen(ONE, MONDAY, 20, "2026-08-17"), seen(TWO, TUESDAY, 20, "2026-08-11")));
        Instant lastMoment = Instant.parse("2026-08-23T23:59:59Z");

        assertThat(trending.at(TUESDAY, Trending.WEEK))
                .extracting(TrendingPaper::paper)
                .containsExactly(ONE);
        assertThat(trending.at(lastMoment, Trending.WEEK)).hasSize(1);
        assertThat(trending.at(lastMoment.plusSeconds(1), Trending.WEEK)).isEmpty();
        assertThat(trending.at(MONDAY.minusSeconds(1), Trending.WEEK)).isEmpty();
        assertThat(trending.at(TUESDAY, Duration.ofDays(8))).hasSize(2);
    }

    @Test
    void starsServeWhereNoListShowsUpvotes() {
        observations.record(List.of(stars(ONE, MONDAY, 100), stars(ONE, TUESDAY, 340)));

        assertThat(only(TUESDAY).receipt().reason())
                .isEqualTo("★ 340 stars · +240 in the last day · first seen yesterday");
        assertThat(only(TUESDAY).score()).isCloseTo(Math.log(35) / 2 + Math.log(1 + 50 * 1.0), within(1e-12));
    }

    @Test
    void whatIsSeenLaterChangesNothing() {
        Random chance = new Random(7);
        List<Observation> all = random(chance);
        for (Observation at : all.subList(0, 40)) {
            InMemoryObservations past = new InMemoryObservations();
            past.record(all.stream().filter(seen -> !seen.at().isAfter(at.at())).toList());
            InMemoryObservations whole = new InMemoryObservations();
            whole.record(all);

            List<TrendingPaper> then = new Trending(past).at(at.at(), Trending.WEEK);
            assertThat(new Trending(whole).at(at.at(), Trending.WEEK)).isEqualTo(then);
            assertThat(new TrendingReplay(all).at(at.at(), Trending.WEEK)).isEqualTo(then);
        }
    }

    private static List<Observation> random(Random chance) {
        List<Observation> all = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            PaperId paper = new PaperId("2608." + (10_000 + chance.nextInt(60)));
            Instant at = MONDAY.plusSeconds(chance.nextInt(20 * 86_400));
            all.add(
                    chance.nextInt(4) == 0
                            ? stars(paper, at, chance.nextInt(1_000))
                            : seen(paper, at, chance.nextInt(50), "2026-08-" + (17 + chance.nextInt(10))));
        }
        return all;
    }

    @Test
    void anAnswerIsRememberedUntilSomethingNewIsSeen() {
        observations.record(List.of(seen(ONE, MONDAY, 36, "2026-08-17")));

        List<TrendingPaper> first = trending.at(TUESDAY, Trending.WEEK);
        assertThat(trending.at(TUESDAY.plusSeconds(59), Trending.WEEK)).isSameAs(first);
        assertThat(trending.cacheStats().hitCount()).isEqualTo(1);

        observations.record(List.of(seen(ONE, TUESDAY.plusSeconds(30), 48, "2026-08-17")));
        assertThat(only(TUESDAY.plusSeconds(59)).receipt().reason()).startsWith("▲ 48");
        assertThat(only(TUESDAY.plusSeconds(29)).receipt().reason()).startsWith("▲ 36");
        assertThat(trending.newestObservation()).contains(TUESDAY.plusSeconds(30));
    }

    @Test
    void nothingObservedIsNothingTrending() {
        assertThat(trending.at(MONDAY, Trending.WEEK)).isEmpty();
        assertThat(trending.newestObservation()).isEmpty();
    }
}
