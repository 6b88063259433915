package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import org.junit.jupiter.api.Test;

class SlackReactionsTest {

    private static final UserRef BEN = new UserRef(Platform.SLACK, "T", "U0BEN");
    private static final MessageRef MESSAGE = new MessageRef(new ChannelRef(Platform.SLACK, "T", "C"), "1.000001");

    @Test
    void takesAnEventOnce() {
        ScriptedBot bot = new ScriptedBot();
        SlackReactions reactions = new SlackReactions(bot);

        reactions.take("Ev1", "1767225600.000100", BEN, MESSAGE, "bookmark", true);
        reactions.take("Ev1", "1767225600.000100", BEN, MESSAGE, "bookmark", true);

        assertThat(bot.reactions).hasSize(1);
        assertThat(reactions.stats().hitCount()).isEqualTo(1);
    }

    @Test
    void aLateRepeatOfAddedDoesNotUndoRemoved() {
        ScriptedBot bot = new ScriptedBot();
        SlackReactions reactions = new SlackReactions(bot);

        reactions.take("Ev2", "1767225600.000200", BEN, MESSAGE, "bookmark", false);
        reactions.take("Ev1", "1767225600.000100", BEN, MESSAGE, "bookmark", true);

        assertThat(bot.reactions).extracting(ReactionChange::added).containsExactly(false);
    }

    @Test
    void whatCouldNotBeKeptIsTakenWhenItComesAgain() {
        Bot bot = mock(Bot.class);
        doThrow(new IllegalStateException("the store is away"))
                .doNothing()
                .when(bot)
                .onReaction(any());
        SlackReactions reactions = new SlackReactions(bot);

        assertThatThrownBy(() -> reactions.take("Ev1", "1767225600.000100", BEN, MESSAGE, "bookmark", true))
                .hasMessage("the store is away");
        reactions.take("Ev1", "1767225600.000100", BEN, MESSAGE, "bookmark", true);

        verify(bot, times(2)).onReaction(any());
    }
}
