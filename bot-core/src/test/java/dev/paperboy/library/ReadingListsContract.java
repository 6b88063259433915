package dev.paperboy.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        assertThat(readingLists().entries(ADA)).isEmpty();
        assertThat(readingLists().contains(ADA, ONE)).isFalse();
    }

    @Test
    default void whatIsSavedStandsThereNewestFirst() {
        ReadingLists lists = readingLists();

        assertThat(lists.save(ADA, ONE, NOON)).isTrue();
        assertThat(lists.save(ADA, TWO, NOON.plusSeconds(2))).isTrue();
        assertThat(lists.save(ADA, THREE, NOON.plusSeconds(1))).isTrue();

        assertThat(lists.entries(ADA))
                .containsExactly(
                        SavedEntry.of(TWO, NOON.plusSeconds(2)),
                        SavedEntry.of(THREE, NOON.plusSeconds(1)),
                        SavedEntry.of(ONE, NOON));
        assertThat(lists.contains(ADA, TWO)).isTrue();
    }

    @Test
    default void savesOfOneInstantStandLastSavedFirst() {
        ReadingLists lists = readingLists();

        lists.save(ADA, TWO, NOON);
        lists.save(ADA, THREE, NOON);
        lists.save(ADA, ONE, NOON);

        assertThat(lists.entries(ADA)).extracting(SavedEntry::paper).containsExactly(ONE, THREE, TWO);
    }

    @Test
    default void savingAgainKeepsPlaceAndInstant() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON.plusSeconds(1));

        assertThat(lists.save(ADA, ONE, NOON.plusSeconds(2))).isFalse();

        assertThat(lists.entries(ADA))
                .containsExactly(SavedEntry.of(TWO, NOON.plusSeconds(1)), SavedEntry.of(ONE, NOON));
    }

    @Test
    default void manyAreAddedAsTheyAreAndToWhatStandsThere() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.mark(ADA, ONE, ReadingState.READING);
        lists.annotate(ADA, ONE, Remark.of("#mine my words"));
        lists.save(ADA, TWO, NOON);
        lists.remove(ADA, TWO, NOON.plusSeconds(1));

        int added = lists.addAll(
                ADA,
                List.of(
                        new SavedEntry(THREE, NOON.minusSeconds(9), ReadingState.READ, Remark.of("#far note")),
                        new SavedEntry(ONE, NOON.plusSeconds(5), ReadingState.READ, Remark.of("#theirs their words")),
                        new SavedEntry(TWO, NOON.minusSeconds(5), ReadingState.TO_READ, Remark.NONE)));

        assertThat(added).isEqualTo(2);
        assertThat(lists.entries(ADA))
                .containsExactly(
                        new SavedEntry(ONE, NOON, ReadingState.READ, Remark.of("#mine #theirs my words · their words")),
                        SavedEntry.of(TWO, NOON.minusSeconds(5)),
                        new SavedEntry(THREE, NOON.minusSeconds(9), ReadingState.READ, Remark.of("#far note")));
        assertThat(lists.addAll(ADA, lists.entries(ADA))).isZero();
        assertThat(lists.find(ADA, ONE).orElseThrow().remark().text())
                .isEqualTo("#mine #theirs my words · their words");
    }

    @Test
    default void aRemarkThatWouldGrowTooLongStaysAsItIs() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.annotate(ADA, ONE, Remark.of("a".repeat(400)));

        lists.addAll(ADA, List.of(new SavedEntry(ONE, NOON, ReadingState.TO_READ, Remark.of("b".repeat(400)))));

        assertThat(lists.find(ADA, ONE).orElseThrow().remark()).isEqualTo(Remark.of("a".repeat(400)));
    }

    @Test
    default void removingTwiceIsRemovingOnce() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);

        assertThat(lists.remove(ADA, ONE, NOON)).isTrue();
        assertThat(lists.remove(ADA, ONE, NOON)).isFalse();
        assertThat(lists.remove(ADA, THREE, NOON)).isFalse();

        assertThat(lists.entries(ADA)).containsExactly(SavedEntry.of(TWO, NOON));
        assertThat(lists.contains(ADA, ONE)).isFalse();
    }

    @Test
    default void putBackWithinADayItIsAsItWas() {
        ReadingLists lists = readingLists();
        Remark remark = Remark.of("#recsys compare");
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);
        lists.mark(ADA, ONE, ReadingState.READING);
        lists.annotate(ADA, ONE, remark);
        lists.remove(ADA, ONE, NOON);
        lists.mark(ADA, ONE, ReadingState.READ);
        lists.annotate(ADA, ONE, Remark.NONE);

        assertThat(lists.save(ADA, ONE, NOON.plus(ReadingLists.PLACE_KEPT))).isTrue();

        assertThat(lists.entries(ADA))
                .containsExactly(SavedEntry.of(TWO, NOON), new SavedEntry(ONE, NOON, ReadingState.READING, remark));
        assertThat(lists.save(ADA, ONE, NOON.plusSeconds(9))).isFalse();
    }

    @Test
    default void putBackLaterItIsNewAndKeepsWhatWasWrittenForAMonth() {
        ReadingLists lists = readingLists();
        Remark remark = Remark.of("#recsys");
        lists.save(ADA, ONE, NOON);
        lists.annotate(ADA, ONE, remark);
        lists.remove(ADA, ONE, NOON);

        Instant later = NOON.plus(ReadingLists.PLACE_KEPT).plusMillis(1);
        assertThat(lists.save(ADA, ONE, later)).isTrue();
        assertThat(lists.find(ADA, ONE)).contains(new SavedEntry(ONE, later, ReadingState.TO_READ, remark));

        lists.remove(ADA, ONE, later);
        Instant monthLater = later.plus(ReadingLists.REMARK_KEPT).plusMillis(1);
        assertThat(lists.save(ADA, ONE, monthLater)).isTrue();
        assertThat(lists.find(ADA, ONE)).contains(SavedEntry.of(ONE, monthLater));
    }

    @Test
    default void whatSomebodyElseDoesForgetsItToo() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.annotate(ADA, ONE, Remark.of("#recsys"));
        lists.remove(ADA, ONE, NOON);

        lists.remove(SLACK_ADA, TWO, NOON.plus(ReadingLists.REMARK_KEPT).plusMillis(1));

        lists.save(ADA, ONE, NOON);
        assertThat(lists.find(ADA, ONE)).contains(SavedEntry.of(ONE, NOON));
    }

    @Test
    default void stateAndRemarkAreKeptForPapersOnTheListAlone() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);

        for (ReadingState state : ReadingState.values()) {
            lists.mark(ADA, ONE, state);
            assertThat(lists.find(ADA, ONE).orElseThrow().state()).isEqualTo(state);
        }
        Remark remark = new Remark(new TreeSet<>(Set.of("a-b", "日本", "zoë")), "it's “quoted”; 100 % \\ 'x'");
        lists.annotate(ADA, ONE, remark);
        lists.annotate(SLACK_ADA, ONE, remark);
        lists.mark(SLACK_ADA, ONE, ReadingState.READ);

        assertThat(lists.find(ADA, ONE).orElseThrow().remark()).isEqualTo(remark);
        assertThat(lists.entries(SLACK_ADA)).isEmpty();
        assertThat(lists.find(SLACK_ADA, ONE)).isEmpty();
    }

    @Test
    default void peopleDoNotDisturbEachOther() {
        ReadingLists lists = readingLists();

        lists.save(ADA, ONE, NOON);
        lists.save(SLACK_ADA, TWO, NOON);
        lists.remove(OTHER_WORKSPACE, TWO, NOON);

        assertThat(lists.entries(ADA)).extracting(SavedEntry::paper).containsExactly(ONE);
        assertThat(lists.entries(SLACK_ADA)).extracting(SavedEntry::paper).containsExactly(TWO);
        assertThat(lists.entries(OTHER_WORKSPACE)).isEmpty();
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
        lists.remove(ADA, ONE, NOON);
        lists.mark(ADA, TWO, ReadingState.NOT_INTERESTED);
        assertThat(lists.readersOf(List.of(TWO))).isEmpty();
        assertThat(lists.readersOf(List.of(ONE))).isEqualTo(Map.of(ONE, Set.of(SLACK_ADA, OTHER_WORKSPACE)));
    }

    @Test
    default void whatWasEverOnAListIsKnownUntilItIsForgotten() {
        ReadingLists lists = readingLists();
        lists.save(ADA, ONE, NOON);
        lists.save(ADA, TWO, NOON);
        lists.mark(ADA, TWO, ReadingState.NOT_INTERESTED);
        lists.remove(ADA, ONE, NOON);

        assertThat(lists.everOn(ADA)).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(lists.everOn(SLACK_ADA)).isEmpty();

        lists.save(SLACK_ADA, ONE, NOON.plus(ReadingLists.REMARK_KEPT).plusSeconds(1));
        assertThat(lists.everOn(ADA)).containsExactly(TWO);
    }
}
