package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackReactionsTest {

    private static final UserRef BEN = new UserRef(Platform.SLACK, "T", "U0BEN");
    private static final ChannelRef CHANNEL = new ChannelRef(Platform.SLACK, "T", "C");

    private final ScriptedBot bot = new ScriptedBot();
    private final SlackReactions reactions = new SlackReactions(bot, _ -> false);

    @AfterEach
    void finish() {
        reactions.finish();
    }

    /** Under a message of ours that is a second older than the earliest of them. */
    private static SlackReactions.Event event(String id, int millis, boolean added) {
        String ts = "1767225600.%03d000".formatted(millis);
        MessageRef message = new MessageRef(CHANNEL, "1767225599.000000");
        return new SlackReactions.Event(id, ts, BEN, message, true, "bookmark", added);
    }

    @Test
    void takesAnEventOnce() {
        assertThat(reactions.take(event("Ev1", 1, true))).isTrue();
        assertThat(reactions.take(event("Ev1", 1, true))).isTrue();

        assertThat(bot.reactions).hasSize(1);
        assertThat(reactions.stats().hitCount()).isEqualTo(1);
    }

    @Test
    void aLateRepeatOfAddedDoesNotUndoRemoved() {
        reactions.take(event("Ev2", 2, false));
        reactions.take(event("Ev1", 1, true));

        assertThat(bot.reactions).extracting(ReactionChange::added).containsExactly(false);
    }

    @Test
    void whatCouldNotBeKeptIsTakenWhenItComesAgain() {
        bot.beforeReaction = () -> {
            throw new IllegalStateException("the store is away");
        };
        assertThat(reactions.take(event("Ev1", 1, true))).isFalse();

        bot.beforeReaction = () -> {};
        assertThat(reactions.take(event("Ev1", 1, true))).isTrue();

        assertThat(bot.reactions).hasSize(1);
    }

    @Test
    void whatTakesTooLongIsLeftForSlackToRepeat() {
        CountDownLatch unlocked = new CountDownLatch(1);
        bot.beforeReaction = () -> ScriptedBot.await(unlocked);
        SlackReactions hasty = new SlackReactions(bot, _ -> false, Duration.ofMillis(300));

        assertThat(hasty.take(event("Ev1", 1, true))).isFalse();

        unlocked.countDown();
        hasty.finish();
        assertThat(bot.reactions).hasSize(1);
    }

    @Test
    void waitsForTheBotToLearnWhatAMessageShows() {
        AtomicInteger looks = new AtomicInteger();
        bot.knows = message -> looks.incrementAndGet() > 3;

        assertThat(reactions.take(event("Ev1", 1, true))).isTrue();

        assertThat(looks).hasValue(4);
        assertThat(bot.reactions).hasSize(1);
    }

    @Test
    void slackIsToRepeatWhatIsUnderAMessageNotKnownYetButNotForEver() {
        SlackReactions hasty = new SlackReactions(bot, _ -> false, Duration.ofMillis(200));
        bot.knows = message -> false;

        assertThat(hasty.take(event("Ev1", 1, true))).isFalse();
        assertThat(hasty.take(event("Ev1", 1, true))).isFalse();
        assertThat(bot.reactions).isEmpty();

        assertThat(hasty.take(event("Ev1", 1, true))).isTrue();
        assertThat(bot.reactions).hasSize(1);
        hasty.finish();
    }

    @Test
    void waitsUntilWhatIsJustBeingReadIsTakenNoteOf() {
        AtomicInteger looks = new AtomicInteger();
        SlackReactions patient = new SlackReactions(bot, message -> looks.incrementAndGet() < 3);

        assertThat(patient.take(event("Ev1", 1, true))).isTrue();

        assertThat(looks).hasValue(3);
        assertThat(bot.reactions).hasSize(1);
        patient.finish();
    }

    @Test
    void otherPeoplesMessagesAndOldOnesAreNotWaitedFor() {
        bot.knows = message -> false;
        SlackReactions.Event young = event("Ev1", 1, true);

        assertThat(reactions.take(new SlackReactions.Event(
                        "Ev1", young.eventTs(), BEN, young.message(), false, "bookmark", true)))
                .isTrue();
        assertThat(reactions.take(new SlackReactions.Event(
                        "Ev2", young.eventTs(), BEN, new MessageRef(CHANNEL, "1767220000.000000"), true, "one", true)))
                .isTrue();
    }
}
