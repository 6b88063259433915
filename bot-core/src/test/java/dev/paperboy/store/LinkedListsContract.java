package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.library.Nudges.Due;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.PaperId;
import dev.paperboy.person.Accounts.Offer;
import dev.paperboy.trending.Support;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What linked accounts have in common, on either database. */
interface LinkedListsContract {

    UserRef SLACK = new UserRef(Platform.SLACK, "T1", "42");
    UserRef DISCORD = new UserRef(Platform.DISCORD, "", "42");
    PaperId ONE = new PaperId("1706.03762");
    PaperId TWO = new PaperId("1904.06690");
    Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** The same throughout a test, and empty before it. */
    Store store();

    default ReadingLists lists() {
        return store().readingLists();
    }

    default void link(UserRef one, UserRef other) {
        store().accounts().offer("CODE", new Offer(one, ""), NOON);
        assertThat(store().accounts().link("CODE", other, NOON)).isTrue();
    }

    @Test
    default void theListsBecomeOne() {
        lists().save(SLACK, ONE, NOON);
        lists().save(DISCORD, TWO, NOON.plusSeconds(1));

        link(SLACK, DISCORD);

        assertThat(lists().entries(SLACK)).extracting(SavedEntry::paper).containsExactly(TWO, ONE);
        assertThat(lists().entries(DISCORD)).isEqualTo(lists().entries(SLACK));
        assertThat(lists().save(DISCORD, ONE, NOON.plusSeconds(2))).isFalse();
        assertThat(lists().contains(DISCORD, ONE)).isTrue();
    }

    @Test
    default void whatWasNotedOnBothIsPutTogether() {
        lists().save(SLACK, ONE, NOON.plusSeconds(1));
        lists().mark(SLACK, ONE, ReadingState.READ);
        lists().annotate(SLACK, ONE, Remark.of("#recsys good"));
        lists().save(DISCORD, ONE, NOON);
        lists().mark(DISCORD, ONE, ReadingState.READING);
        lists().annotate(DISCORD, ONE, Remark.of("#thesis chapter two"));

        link(SLACK, DISCORD);

        SavedEntry whole =
                new SavedEntry(ONE, NOON, ReadingState.READ, Remark.of("#recsys #thesis good · chapter two"));
        assertThat(lists().entries(SLACK)).containsExactly(whole);
        assertThat(lists().find(DISCORD, ONE)).contains(whole);
    }

    @Test
    default void aChangeHereIsOneThere() {
        lists().save(SLACK, ONE, NOON);
        lists().save(DISCORD, ONE, NOON);
        link(SLACK, DISCORD);

        lists().mark(DISCORD, ONE, ReadingState.READING);
        lists().annotate(DISCORD, ONE, Remark.of("#here"));
        assertThat(lists().entries(SLACK))
                .containsExactly(new SavedEntry(ONE, NOON, ReadingState.READING, Remark.of("#here")));

        assertThat(lists().remove(SLACK, ONE, NOON.plusSeconds(1))).isTrue();
        assertThat(lists().entries(DISCORD)).isEmpty();
        assertThat(lists().remove(DISCORD, ONE, NOON.plusSeconds(1))).isFalse();

        assertThat(lists().save(DISCORD, ONE, NOON.plusSeconds(2))).isTrue();
        assertThat(lists().entries(SLACK))
                .containsExactly(new SavedEntry(ONE, NOON, ReadingState.READING, Remark.of("#here")));
    }

    @Test
    default void whatWasTakenOffLastKnowsTheNote() {
        lists().save(SLACK, ONE, NOON);
        lists().annotate(SLACK, ONE, Remark.of("old"));
        lists().remove(SLACK, ONE, NOON.plusSeconds(1));
        lists().save(DISCORD, ONE, NOON);
        lists().annotate(DISCORD, ONE, Remark.of("new"));
        link(SLACK, DISCORD);
        lists().remove(DISCORD, ONE, NOON.plusSeconds(2));

        lists().save(SLACK, ONE, NOON.plusSeconds(3));

        assertThat(lists().entries(SLACK)).extracting(SavedEntry::remark).containsExactly(Remark.of("new"));
    }

    @Test
    default void onceUnlinkedBothKeepAllAndGoOnAlone() {
        lists().save(SLACK, ONE, NOON);
        lists().save(DISCORD, TWO, NOON.plusSeconds(1));
        lists().mark(DISCORD, TWO, ReadingState.READ);
        link(SLACK, DISCORD);
        lists().want(SLACK, false);
        List<SavedEntry> whole = lists().entries(SLACK);

        store().accounts().unlink(SLACK);

        assertThat(lists().entries(SLACK)).isEqualTo(whole);
        assertThat(lists().entries(DISCORD)).isEqualTo(whole);
        assertThat(lists().wants(DISCORD)).isFalse();
        lists().remove(SLACK, TWO, NOON.plus(Duration.ofMinutes(1)));
        lists().mark(DISCORD, ONE, ReadingState.READING);
        assertThat(lists().entries(DISCORD)).hasSize(2);
        assertThat(lists().find(SLACK, ONE).orElseThrow().state()).isEqualTo(ReadingState.TO_READ);
    }

    @Test
    default void ofThreeWhoLeavesTakesAllAlongAndTheOthersLoseNothing() {
        UserRef third = new UserRef(Platform.SLACK, "T2", "42");
        lists().save(SLACK, ONE, NOON);
        lists().save(third, TWO, NOON);
        link(SLACK, DISCORD);
        link(DISCORD, third);

        store().accounts().unlink(SLACK);

        assertThat(lists().entries(SLACK)).extracting(SavedEntry::paper).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(lists().entries(DISCORD)).extracting(SavedEntry::paper).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(lists().entries(third)).isEqualTo(lists().entries(DISCORD));
    }

    @Test
    default void aPersonHearsOnceOfNewsAndOnlyIfAllOfThemWantsTo() {
        lists().save(SLACK, ONE, NOON);
        lists().save(DISCORD, ONE, NOON);
        link(SLACK, DISCORD);
        assertThat(lists().readersOf(List.of(ONE))).isEqualTo(Map.of(ONE, Set.of(SLACK)));

        lists().want(DISCORD, false);
        assertThat(lists().wants(SLACK)).isFalse();
        assertThat(lists().readersOf(List.of(ONE))).isEmpty();

        lists().want(SLACK, true);
        assertThat(lists().wants(DISCORD)).isTrue();
        assertThat(lists().readersOf(List.of(ONE))).isEqualTo(Map.of(ONE, Set.of(SLACK)));
    }

    @Test
    default void ofTwoRemindersTheFirstStays() {
        store().nudges().set(SLACK, Optional.of(NOON.plusSeconds(1)));
        store().nudges().set(DISCORD, Optional.of(NOON));

        link(SLACK, DISCORD);

        assertThat(store().nudges().due(NOON.plusSeconds(1))).containsExactly(new Due(DISCORD, NOON));
    }

    @Test
    default void aPersonIsRemindedAtTheAccountThatAskedLast() {
        link(SLACK, DISCORD);
        store().nudges().set(SLACK, Optional.of(NOON));
        store().nudges().set(DISCORD, Optional.of(NOON.plusSeconds(1)));

        assertThat(store().nudges().due(NOON.plusSeconds(1))).containsExactly(new Due(DISCORD, NOON.plusSeconds(1)));
        assertThat(store().nudges().next(SLACK)).contains(NOON.plusSeconds(1));

        store().nudges().set(SLACK, Optional.empty());
        assertThat(store().nudges().next(DISCORD)).isEmpty();
    }

    @Test
    default void aPersonHasOneVote() {
        UserRef second = new UserRef(Platform.DISCORD, "", "43");
        MessageRef post = new MessageRef(new ChannelRef(Platform.DISCORD, "900", "1"), "101");
        store().postedPapers().record(post, List.of(ONE), Occasion.DIGEST);
        for (UserRef voter : List.of(DISCORD, second)) {
            store().standingReactions().note(new ReactionChange(voter, post, Emoji.THUMBS_UP, true), NOON);
        }
        assertThat(store().votes().in(new Server(Platform.DISCORD, "900"), NOON))
                .isEqualTo(Map.of(ONE, new Support(2, 0, NOON)));

        link(DISCORD, second);

        assertThat(store().votes().in(new Server(Platform.DISCORD, "900"), NOON))
                .isEqualTo(Map.of(ONE, new Support(1, 0, NOON)));
    }

    @Test
    default void whatEitherAccountWasShownComesToNeitherAgain() {
        store().impressions().note(SLACK, List.of(ONE), NOON);
        link(SLACK, DISCORD);

        assertThat(store().impressions().note(DISCORD, List.of(ONE, TWO), NOON)).containsExactly(TWO);
        assertThat(store().impressions().of(SLACK)).containsExactlyInAnyOrder(ONE, TWO);

        store().accounts().unlink(SLACK);
        assertThat(store().impressions().forget(SLACK)).isTrue();
        assertThat(store().impressions().of(DISCORD)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    default void whoStartsAnewDoesSoOnBoth() {
        store().impressions().note(SLACK, List.of(ONE), NOON);
        store().impressions().note(DISCORD, List.of(TWO), NOON);
        link(SLACK, DISCORD);

        store().impressions().forget(DISCORD);

        assertThat(store().impressions().of(SLACK)).isEmpty();
    }
}
