package dev.paperboy.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ReadingLists} keeps. */
public interface ReadingListsContract {

    UserRef ADA = new UserRef(Platform.DISCORD, "", "42");
    UserRef SLACK_ADA = new UserRef(Platform.SLACK, "T1", "42");
    UserRef OTHER_WORKSPACE = new UserRef(Platform.SLACK, "T2", "42");
    PaperId ONE = new PaperId("2608.00001");
    PaperId TWO = new PaperId("hep-th/9901001");
    PaperId THREE = new PaperId("doi:10.1145/3292500.3330701");
    Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    /** An empty store, fresh for each test. */
    ReadingLists readingLists();

    @Test
    default void aNewListIsEmpty() {
        assertThat(readingLists().page(ADA, 0, 10)).isEqualTo(new SavedPage(List.of(), 0, 0));
        assertThat(readingLists().contains(ADA, ONE)).isFalse();
    }

    @Test
    default void whatIsSavedStandsThereNewestFirst() {
        ReadingLists lists = readingLists();

        assertThat(lists.save(ADA, ONE, NOON)).isTrue();
        assertThat(lists.save(ADA, TWO, NOON.plusSeconds(2))).isTrue();
        assertThat(lists.save(ADA, THREE, NOON.plusSeconds(1))).isTrue();

        assertThat(lists.page(ADA, 0, 10).entries())
                .containsExactly(
                        new SavedEntry(TWO, NOON.plusSeconds(2)),
                        new SavedEntry(THREE, NOON.plusSeconds(1)),
                        new SavedEntry(ONE, NOON));
        assertThat(lists.contains(ADA, TWO)).isTrue();
    }

    @Test
    default void savesOfOneInstantStandLastSavedFirst() {
        ReadingLists lists = readingLists();

        lists.save(ADA, TWO, NOON);
        lists.save(ADA, THREE, NOON);
        lists.save(ADA, ONE, NOON);

        assertThat(lists.page(ADA, 0, 10).entries())
                .extracting(SavedEntry::paper)
                .containsExactly(ONE, THREE, TWO);
    }

    @Test
    default void savingAgainKeepsPlaceAndInstant() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON.plusSeconds(1));

        assertThat(lists.save(ADA, ONE, NOON.plusSeconds(2))).isFalse();

        assertThat(lists.page(ADA, 0, 10).entries())
                .containsExactly(new SavedEntry(TWO, NOON.plusSeconds(1)), new SavedEntry(ONE, NOON));
    }

    @Test
    default void removingTwiceIsRemovingOnce() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);

        assertThat(lists.remove(ADA, ONE)).isTrue();
        assertThat(lists.remove(ADA, ONE)).isFalse();
        assertThat(lists.remove(ADA, THREE)).isFalse();

        assertThat(lists.page(ADA, 0, 10).entries()).containsExactly(new SavedEntry(TWO, NOON));
        assertThat(lists.contains(ADA, ONE)).isFalse();
    }

    @Test
    default void savedAfterRemovalItIsNewAgain() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);
        lists.remove(ADA, ONE);

        assertThat(lists.save(ADA, ONE, NOON)).isTrue();

        assertThat(lists.page(ADA, 0, 10).entries())
                .extracting(SavedEntry::paper)
                .containsExactly(ONE, TWO);
    }

    @Test
    default void peopleDoNotDisturbEachOther() {
        ReadingLists lists = readingLists();

        lists.save(ADA, ONE, NOON);
        lists.save(SLACK_ADA, TWO, NOON);
        lists.remove(OTHER_WORKSPACE, TWO);

        assertThat(lists.page(ADA, 0, 10).entries())
                .extracting(SavedEntry::paper)
                .containsExactly(ONE);
        assertThat(lists.page(SLACK_ADA, 0, 10).entries())
                .extracting(SavedEntry::paper)
                .containsExactly(TWO);
        assertThat(lists.page(OTHER_WORKSPACE, 0, 10).total()).isZero();
    }

    @Test
    default void pagesJoinWithoutGapOrOverlap() {
        ReadingLists lists = readingLists();
        IntStream.range(0, 25).forEach(n -> lists.save(ADA, new PaperId("2608." + (10_000 + n)), NOON.plusSeconds(n)));

        SavedPage second = lists.page(ADA, 10, 10);
        SavedPage last = lists.page(ADA, 20, 10);

        assertThat(second.entries().getFirst().paper()).isEqualTo(new PaperId("2608.10014"));
        assertThat(second.entries()).hasSize(10);
        assertThat(second.total()).isEqualTo(25);
        assertThat(second.hasMore()).isTrue();
        assertThat(last.entries()).hasSize(5);
        assertThat(last.hasMore()).isFalse();
        assertThat(lists.page(ADA, 30, 10)).isEqualTo(new SavedPage(List.of(), 30, 25));
    }

    @Test
    default void aPapersReadersAreThoseWhoSavedItAndWantNotes() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);
        lists.save(SLACK_ADA, ONE, NOON);
        lists.save(OTHER_WORKSPACE, ONE, NOON);
        assertThat(lists.wants(OTHER_WORKSPACE)).isTrue();
        lists.want(OTHER_WORKSPACE, false);
        lists.want(OTHER_WORKSPACE, false);

        assertThat(lists.readersOf(List.of(ONE, TWO, THREE)))
                .isEqualTo(Map.of(ONE, Set.of(ADA, SLACK_ADA), TWO, Set.of(ADA)));
        assertThat(lists.readersOf(List.of())).isEmpty();
        assertThat(lists.wants(OTHER_WORKSPACE)).isFalse();

        lists.want(OTHER_WORKSPACE, true);
        lists.remove(ADA, ONE);
        assertThat(lists.readersOf(List.of(ONE))).isEqualTo(Map.of(ONE, Set.of(SLACK_ADA, OTHER_WORKSPACE)));
    }
}
