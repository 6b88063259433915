package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static dev.paperboy.library.ReadingListsContract.NOON;
import static dev.paperboy.library.ReadingListsContract.SLACK_ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.library.Nudges.Due;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Nudges} keeps. */
public interface NudgesContract {

    /** The same throughout a test, and empty before it. */
    Nudges nudges();

    @Test
    default void nobodyIsRemindedUnasked() {
        assertThat(nudges().next(ADA)).isEmpty();
        assertThat(nudges().due(NOON)).isEmpty();
    }

    @Test
    default void whoseTimeHasComeIsDueLongestFirst() {
        nudges().set(ADA, Optional.of(NOON));
        nudges().set(SLACK_ADA, Optional.of(NOON.minusMillis(1)));

        assertThat(nudges().due(NOON.minusMillis(2))).isEmpty();
        assertThat(nudges().due(NOON)).containsExactly(new Due(SLACK_ADA, NOON.minusMillis(1)), new Due(ADA, NOON));
    }

    @Test
    default void whatWasDueIsSettledUnlessItsReaderChangedTheirMind() {
        nudges().set(ADA, Optional.of(NOON));
        assertThat(nudges().settle(new Due(ADA, NOON), NOON.plusSeconds(9))).isTrue();
        assertThat(nudges().next(ADA)).contains(NOON.plusSeconds(9));

        assertThat(nudges().settle(new Due(ADA, NOON), NOON.plusSeconds(99))).isFalse();
        assertThat(nudges().next(ADA)).contains(NOON.plusSeconds(9));

        nudges().set(ADA, Optional.empty());
        assertThat(nudges().settle(new Due(ADA, NOON.plusSeconds(9)), NOON.plusSeconds(99)))
                .isFalse();
        assertThat(nudges().next(ADA)).isEmpty();
    }

    @Test
    default void theLastWishCounts() {
        nudges().set(ADA, Optional.of(NOON));
        nudges().set(ADA, Optional.of(NOON.plusSeconds(1)));
        assertThat(nudges().next(ADA)).contains(NOON.plusSeconds(1));

        nudges().set(ADA, Optional.empty());
        assertThat(nudges().next(ADA)).isEmpty();
        assertThat(nudges().due(NOON.plusSeconds(9))).isEmpty();
    }
}
