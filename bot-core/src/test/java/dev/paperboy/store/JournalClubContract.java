package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.JournalClub;
import dev.paperboy.community.JournalClub.Pick;
import dev.paperboy.community.JournalClub.Wish;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.library.ReadingState;
import dev.paperboy.paper.PaperId;
import dev.paperboy.person.Accounts.Offer;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.subscription.Timetable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a channel wants to discuss, from what people do there, on either database. */
interface JournalClubContract {

    ChannelRef NEWS = new ChannelRef(Platform.DISCORD, "900", "1");
    ChannelRef TALK = new ChannelRef(Platform.DISCORD, "900", "2");
    UserRef ADA = new UserRef(Platform.DISCORD, "", "11");
    UserRef BEN = new UserRef(Platform.DISCORD, "", "12");
    UserRef CLEO = new UserRef(Platform.DISCORD, "", "13");
    UserRef SLACK_ADA = new UserRef(Platform.SLACK, "T1", "UADA");
    PaperId ONE = new PaperId("1706.03762");
    PaperId TWO = new PaperId("1904.06690");
    PaperId ELSEWHERE = new PaperId("2006.11239");
    MessageRef POST = new MessageRef(NEWS, "101");
    MessageRef LIST = new MessageRef(NEWS, "102");
    MessageRef FAR = new MessageRef(TALK, "103");
    Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** The same throughout a test, and empty before it. */
    Store store();

    default JournalClub club() {
        return store().journalClub();
    }

    @BeforeEach
    default void post() {
        store().postedPapers().record(POST, List.of(ONE), Occasion.DIGEST);
        store().postedPapers().record(LIST, List.of(ONE, TWO), Occasion.REPLY);
        store().postedPapers().record(FAR, List.of(ELSEWHERE), Occasion.DIGEST);
    }

    default void bookmark(UserRef user, MessageRef message, Emoji emoji, int second) {
        react(user, message, emoji, true, second);
    }

    private void react(UserRef user, MessageRef message, Emoji emoji, boolean added, int second) {
        new ReactionRouter(
                        store().postedPapers(),
                        store().readingLists(),
                        store().standingReactions(),
                        () -> NOON.plusSeconds(second))
                .on(new ReactionChange(user, message, emoji, added));
    }

    private Wish wish(PaperId paper, int people, int second, String... names) {
        return new Wish(paper, people, List.of(names), NOON.plusSeconds(second));
    }

    @Test
    default void nothingIsWantedAtFirst() {
        assertThat(club().wishes(NEWS)).isEmpty();
        assertThat(club().latest(NEWS)).isEmpty();
    }

    @Test
    default void whatMostWantComesFirstAndAmongEqualsWhatIsWantedLongest() {
        bookmark(ADA, POST, Emoji.BOOKMARK, 5);
        bookmark(ADA, LIST, Emoji.TWO, 1);
        assertThat(club().wishes(NEWS)).containsExactly(wish(TWO, 1, 1), wish(ONE, 1, 5));

        bookmark(BEN, POST, Emoji.BOOKMARK, 6);
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 2, 5), wish(TWO, 1, 1));
        assertThat(club().wishes(TALK)).isEmpty();
    }

    @Test
    default void aPersonCountsOnceUnderHoweverManyPostsAndWithBothAccounts() {
        bookmark(ADA, POST, Emoji.BOOKMARK, 1);
        bookmark(ADA, LIST, Emoji.ONE, 2);
        bookmark(SLACK_ADA, POST, Emoji.BOOKMARK, 3);
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 2, 1));

        store().accounts().offer("CODE", new Offer(ADA, ""), NOON);
        store().accounts().link("CODE", SLACK_ADA, NOON);

        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 1, 1));
    }

    @Test
    default void aWishEndsWithItsReactions() {
        bookmark(ADA, POST, Emoji.BOOKMARK, 1);
        bookmark(ADA, POST, Emoji.THUMBS_UP, 1);
        react(ADA, POST, Emoji.BOOKMARK, false, 2);

        assertThat(club().wishes(NEWS)).isEmpty();
    }

    @Test
    default void whatSomebodySavedElsewhereIsNobodysBusinessUnlessTheyJoined() {
        store().readingLists().save(ADA, ONE, NOON);
        store().readingLists().save(ADA, ELSEWHERE, NOON);
        bookmark(BEN, POST, Emoji.BOOKMARK, 1);
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 1, 1));

        club().join(NEWS, ADA, "Ada", NOON);
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 2, 0, "Ada"));
        assertThat(club().wishes(TALK)).as("joined there, not here").isEmpty();

        assertThat(club().leave(NEWS, ADA)).isTrue();
        assertThat(club().leave(NEWS, ADA)).isFalse();
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 1, 1));
    }

    @Test
    default void whatAMemberHasReadTheyDoNotWantAnyMore() {
        club().join(NEWS, ADA, "Ada", NOON);
        bookmark(ADA, LIST, Emoji.BOOKMARK, 1);
        store().readingLists().mark(ADA, ONE, ReadingState.READING);
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 1, 1, "Ada"), wish(TWO, 1, 1, "Ada"));

        store().readingLists().mark(ADA, ONE, ReadingState.READ);
        store().readingLists().mark(ADA, TWO, ReadingState.NOT_INTERESTED);
        assertThat(club().wishes(NEWS)).isEmpty();
    }

    @Test
    default void onlyMembersAreNamedInTheOrderInWhichTheyJoined() {
        club().join(NEWS, BEN, "Ben", NOON);
        club().join(NEWS, ADA, "Ada", NOON.plusSeconds(1));
        club().join(NEWS, BEN, "Benjamin", NOON.plusSeconds(2));
        List.of(ADA, BEN, CLEO).forEach(who -> bookmark(who, POST, Emoji.BOOKMARK, 3));

        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 3, 3, "Benjamin", "Ada"));
    }

    @Test
    default void whatIsPickedIsNotWantedAnyMoreUntilItIsTakenBack() {
        bookmark(ADA, LIST, Emoji.BOOKMARK, 1);
        Timetable thursdays =
                new Timetable(LocalTime.of(16, 0), ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.THURSDAY));
        Pick first = new Pick(NEWS, ONE, NOON, Optional.of(thursdays));

        assertThat(club().pick(first)).isTrue();
        assertThat(club().pick(new Pick(NEWS, ONE, NOON.plusSeconds(1), Optional.empty())))
                .as("of two at once")
                .isFalse();

        assertThat(club().wishes(NEWS)).containsExactly(wish(TWO, 1, 1));
        assertThat(club().latest(NEWS)).contains(first);
        assertThat(club().latest(TALK)).isEmpty();

        Pick second = new Pick(NEWS, TWO, NOON.plusSeconds(9), Optional.empty());
        club().pick(second);
        assertThat(club().latest(NEWS)).contains(second);
        club().unpick(NEWS, TWO);
        club().unpick(NEWS, ONE);
        assertThat(club().latest(NEWS)).isEmpty();
        assertThat(club().wishes(NEWS)).containsExactly(wish(ONE, 1, 1), wish(TWO, 1, 1));
    }
}
