package dev.paperboy.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link StandingReactions} keeps. */
public interface StandingReactionsContract {

    Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    UserRef ADA = new UserRef(Platform.DISCORD, "", "11");
    UserRef BEN = new UserRef(Platform.DISCORD, "", "12");
    MessageRef POST = new MessageRef(new ChannelRef(Platform.DISCORD, "900", "1"), "7");
    MessageRef OTHER = new MessageRef(new ChannelRef(Platform.DISCORD, "900", "2"), "7");

    /** An empty store, fresh for each test. */
    StandingReactions standingReactions();

    private static ReactionChange change(UserRef user, MessageRef message, Emoji emoji, boolean added) {
        return new ReactionChange(user, message, emoji, added);
    }

    @Test
    default void nothingStandsWhereNothingWasNoted() {
        assertThat(standingReactions().under(POST)).isEmpty();
    }

    @Test
    default void whatWasNotedStandsUnderItsMessageAlone() {
        StandingReactions standing = standingReactions();

        standing.note(change(ADA, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(BEN, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(BEN, POST, Emoji.TWO, true), NOON);
        standing.note(change(BEN, POST, Emoji.TWO, true), NOON);
        standing.note(change(BEN, OTHER, Emoji.ONE, true), NOON);

        assertThat(standing.under(POST)).isEqualTo(Map.of(Emoji.BOOKMARK, Set.of(ADA, BEN), Emoji.TWO, Set.of(BEN)));
    }

    @Test
    default void whoIsForgottenStandsNowhere() {
        StandingReactions standing = standingReactions();
        standing.note(change(ADA, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(BEN, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(ADA, OTHER, Emoji.ONE, true), NOON);

        standing.forget(ADA);
        standing.forget(ADA);

        assertThat(standing.under(POST)).isEqualTo(Map.of(Emoji.BOOKMARK, Set.of(BEN)));
        assertThat(standing.under(OTHER)).isEmpty();
        assertThat(standing.isForgotten(change(ADA, POST, Emoji.BOOKMARK, true)))
                .isTrue();
        assertThat(standing.isForgotten(change(ADA, POST, Emoji.ONE, true))).isFalse();
        assertThat(standing.isForgotten(change(BEN, POST, Emoji.BOOKMARK, true)))
                .isFalse();
    }

    @Test
    default void aForgottenReactionDoesNotCountWhileItStands() {
        StandingReactions standing = standingReactions();
        standing.note(change(ADA, POST, Emoji.BOOKMARK, true), NOON);
        standing.forget(ADA);

        assertThat(standing.counting(POST, Map.of(Emoji.BOOKMARK, Set.of(ADA, BEN), Emoji.TWO, Set.of(ADA)))
                        .get(Emoji.BOOKMARK))
                .containsExactly(BEN);
        assertThat(standing.counting(POST, Map.of(Emoji.BOOKMARK, Set.of(ADA), Emoji.TWO, Set.of(ADA)))
                        .get(Emoji.TWO))
                .containsExactly(ADA);
    }

    @Test
    default void aForgottenReactionThatIsPutAnewCounts() {
        StandingReactions standing = standingReactions();
        standing.note(change(ADA, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(ADA, OTHER, Emoji.BOOKMARK, true), NOON);
        standing.note(change(ADA, OTHER, Emoji.ONE, true), NOON);
        standing.forget(ADA);

        standing.note(change(ADA, POST, Emoji.BOOKMARK, false), NOON);
        assertThat(standing.counting(OTHER, Map.of(Emoji.BOOKMARK, Set.of(BEN))).get(Emoji.BOOKMARK))
                .containsExactly(BEN);

        Map<Emoji, Set<UserRef>> bookmark = Map.of(Emoji.BOOKMARK, Set.of(ADA));
        assertThat(standing.isForgotten(change(ADA, POST, Emoji.BOOKMARK, true)))
                .isFalse();
        assertThat(standing.counting(POST, bookmark).get(Emoji.BOOKMARK)).containsExactly(ADA);
        assertThat(standing.counting(OTHER, bookmark).get(Emoji.BOOKMARK)).containsExactly(ADA);
    }

    @Test
    default void whatWasTakenAwayStandsNoMore() {
        StandingReactions standing = standingReactions();
        standing.note(change(ADA, POST, Emoji.BOOKMARK, true), NOON);
        standing.note(change(BEN, POST, Emoji.BOOKMARK, true), NOON);

        standing.note(change(ADA, POST, Emoji.BOOKMARK, false), NOON);
        standing.note(change(ADA, POST, Emoji.ONE, false), NOON);

        assertThat(standing.under(POST)).isEqualTo(Map.of(Emoji.BOOKMARK, Set.of(BEN)));
    }
}
