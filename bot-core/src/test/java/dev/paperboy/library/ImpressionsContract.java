package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static dev.paperboy.library.ReadingListsContract.NOON;
import static dev.paperboy.library.ReadingListsContract.SLACK_ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Impressions} keeps. */
public interface ImpressionsContract {

    PaperId FIRST = new PaperId("2404.00001");
    PaperId SECOND = new PaperId("2404.00002");
    PaperId THIRD = new PaperId("2404.00003");

    /** The same throughout a test, and empty before it. */
    Impressions impressions();

    @Test
    default void nobodyWasShownAnythingAtFirst() {
        assertThat(impressions().of(ADA)).isEmpty();
        assertThat(impressions().forget(ADA)).isFalse();
    }

    @Test
    default void aPaperIsNewOnce() {
        assertThat(impressions().note(ADA, List.of(FIRST, SECOND), NOON)).containsExactly(FIRST, SECOND);
        assertThat(impressions().note(ADA, List.of(SECOND, THIRD), NOON.plusSeconds(1)))
                .containsExactly(THIRD);

        assertThat(impressions().of(ADA)).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    }

    @Test
    default void eachReaderHasTheirOwn() {
        impressions().note(ADA, List.of(FIRST), NOON);

        assertThat(impressions().note(SLACK_ADA, List.of(FIRST), NOON)).containsExactly(FIRST);
        impressions().forget(ADA);
        assertThat(impressions().of(SLACK_ADA)).containsExactly(FIRST);
    }

    @Test
    default void whatIsForgottenMayComeAgain() {
        impressions().note(ADA, List.of(FIRST), NOON);

        assertThat(impressions().forget(ADA)).isTrue();

        assertThat(impressions().of(ADA)).isEmpty();
        assertThat(impressions().note(ADA, List.of(FIRST), NOON)).containsExactly(FIRST);
    }
}
