package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every {@link Observations} keeps. */
public interface ObservationsContract {

    PaperId ONE = new PaperId("2608.00001");
    PaperId TWO = new PaperId("2608.00002");
    PaperId OLD_STYLE = new PaperId("hep-th/9901001");
    Instant MONDAY = Instant.parse("2026-08-17T08:00:00Z");
    Instant TUESDAY = Instant.parse("2026-08-18T08:00:00Z");
    Instant WEDNESDAY = Instant.parse("2026-08-19T08:00:00Z");

    /** An empty store, fresh for each test. */
    Observations observations();

    /** A paper seen in the daily list of that instant's day. */
    static Observation upvotes(PaperId paper, Instant at, int count) {
        return new Observation(
                paper,
                at,
                "api_daily",
                Optional.of(LocalDate.parse("2026-08-17")),
                OptionalInt.of(count),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Test
    default void whatIsRecordedIsReadBackWhole() {
        Observation full = new Observation(
                OLD_STYLE,
                Instant.parse("2026-08-17T08:00:00.123Z"),
                "page_daily",
                Optional.of(LocalDate.parse("2026-08-16")),
                OptionalInt.of(0),
                OptionalInt.of(3),
                OptionalInt.of(70_000));
        Observation bare = new Observation(
                ONE,
                MONDAY,
                "page_weekly",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        Observations observations = observations();

        assertThat(observations.record(List.of(full, bare))).isEqualTo(2);

        assertThat(observations.of(OLD_STYLE, TUESDAY)).containsExactly(full);
        assertThat(observations.of(ONE, TUESDAY)).containsExactly(bare);
        assertThat(observations.of(TWO, TUESDAY)).isEmpty();
    }

    @Test
    default void recordingAgainChangesNothing() {
        Observations observations = observations();
        Observation first = upvotes(ONE, MONDAY, 5);

        assertThat(observations.record(List.of(first, first))).isEqualTo(1);
        assertThat(observations.record(List.of(first, upvotes(ONE, MONDAY, 9), upvotes(ONE, TUESDAY, 9))))
                .isEqualTo(1);
        assertThat(observations.record(List.of())).isZero();

        assertThat(observations.of(ONE, WEDNESDAY)).containsExactly(first, upvotes(ONE, TUESDAY, 9));
    }

    @Test
    default void listsOfOneInstantStandSideBySide() {
        Observations observations = observations();
        Observation weekly = new Observation(
                ONE,
                MONDAY,
                "page_weekly",
                Optional.empty(),
                OptionalInt.of(7),
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(observations.record(List.of(weekly, upvotes(ONE, MONDAY, 5))))
                .isEqualTo(2);

        assertThat(observations.of(ONE, MONDAY)).containsExactly(weekly, upvotes(ONE, MONDAY, 5));
    }

    @Test
    default void nothingLaterIsSeen() {
        Observations observations = observations();
        observations.record(List.of(upvotes(ONE, WEDNESDAY, 30), upvotes(ONE, MONDAY, 10), upvotes(ONE, TUESDAY, 20)));

        assertThat(observations.of(ONE, TUESDAY)).containsExactly(upvotes(ONE, MONDAY, 10), upvotes(ONE, TUESDAY, 20));
        assertThat(observations.of(ONE, TUESDAY.minusMillis(1))).containsExactly(upvotes(ONE, MONDAY, 10));
        assertThat(observations.of(ONE, MONDAY.minusMillis(1))).isEmpty();
    }

    @Test
    default void aSpanGivesTheWholeHistoryOfWhatWasSeenInIt() {
        Observations observations = observations();
        observations.record(List.of(
                upvotes(TWO, MONDAY, 1),
                upvotes(ONE, MONDAY, 10),
                upvotes(ONE, TUESDAY, 20),
                upvotes(ONE, WEDNESDAY, 30)));

        assertThat(observations.seenBetween(TUESDAY, TUESDAY))
                .isEqualTo(Map.of(ONE, List.of(upvotes(ONE, MONDAY, 10), upvotes(ONE, TUESDAY, 20))));
        assertThat(observations.seenBetween(MONDAY, MONDAY).keySet()).containsExactly(TWO, ONE);
        assertThat(observations.seenBetween(MONDAY.plusMillis(1), TUESDAY.minusMillis(1)))
                .isEmpty();
    }

    @Test
    default void papersComeInTheOrderOfTheirFirstObservation() {
        Observations observations = observations();
        observations.record(List.of(
                upvotes(ONE, WEDNESDAY, 5),
                upvotes(OLD_STYLE, MONDAY, 5),
                upvotes(TWO, MONDAY, 5),
                upvotes(ONE, TUESDAY, 5)));

        assertThat(observations.seenBetween(WEDNESDAY, WEDNESDAY).keySet()).containsExactly(ONE);
        assertThat(observations.seenBetween(MONDAY, WEDNESDAY).keySet()).containsExactly(OLD_STYLE, TWO, ONE);
    }

    @Test
    default void aSightingThatTellsNothingDoesNotCountAsSeen() {
        Observation stars = new Observation(
                ONE,
                MONDAY,
                "page_daily",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(4));
        Observation comments = new Observation(
                TWO,
                MONDAY,
                "page_daily",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(4),
                OptionalInt.empty());
        Observations observations = observations();
        observations.record(List.of(stars, comments));

        assertThat(observations.seenBetween(MONDAY, MONDAY).keySet()).containsExactly(ONE);
    }

    @Test
    default void theNewestIsTheLatestInstantWhateverTheOrder() {
        Observations observations = observations();
        assertThat(observations.newest()).isEmpty();

        observations.record(List.of(upvotes(ONE, WEDNESDAY, 5), upvotes(TWO, MONDAY, 5)));

        assertThat(observations.newest()).contains(WEDNESDAY);
    }

    @Test
    default void theGenerationGrowsWithWhatIsKept() {
        Observations observations = observations();
        long empty = observations.generation();

        observations.record(List.of(upvotes(ONE, WEDNESDAY, 5)));
        long one = observations.generation();
        observations.record(List.of(upvotes(ONE, WEDNESDAY, 5)));
        long same = observations.generation();
        observations.record(List.of(upvotes(ONE, MONDAY, 5)));

        assertThat(one).isGreaterThan(empty);
        assertThat(same).isEqualTo(one);
        assertThat(observations.generation()).isGreaterThan(one);
    }

    @Test
    default void tenThousandAtOnceAreNoTrouble() {
        List<Observation> many = new ArrayList<>();
        for (int minute = 0; minute < 10_000; minute++) {
            many.add(upvotes(ONE, MONDAY.plusSeconds(60L * minute), minute));
        }
        Observations observations = observations();

        assertThat(observations.record(many)).isEqualTo(10_000);
        assertThat(observations.record(many)).isZero();
    }
}
