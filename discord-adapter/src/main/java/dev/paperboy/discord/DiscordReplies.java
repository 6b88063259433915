package dev.paperboy.discord;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.Param;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers answers to acknowledged interactions. What cannot be delivered is logged and never said elsewhere. */
final class DiscordReplies {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);

    private final Bot bot;
    private final DiscordRenderer renderer;

    DiscordReplies(Bot bot, DiscordRenderer renderer) {
        this.bot = bot;
        this.renderer = renderer;
    }

    /** Answers a command whose "thinking…" is private or public as promised by its description. */
    void toCommand(Interaction event, CompletableFuture<InteractionHook> ack, Reply reply, boolean privately) {
        deliver(event, () -> {
            InteractionHook hook = hook(event, ack);
            MessageCreateData message = renderer.render(reply.content());
            if (!privately && reply.visibility() == Reply.Visibility.ASKER) {
                // A public "thinking…" cannot turn private, and the first follow-up would take its place.
                hook.deleteOriginal().complete();
                hook.sendMessage(message).setEphemeral(true).complete();
                return;
            }
            Message sent =
                    hook.editOriginal(MessageEditData.fromCreateData(message)).complete();
            tell(event, reply, privately, sent);
        });
    }

    /** Answers a click: in the place of the clicked message, or with a message of its own. */
    void toClick(Interaction event, CompletableFuture<InteractionHook> ack, Reply reply) {
        deliver(event, () -> {
            InteractionHook hook = hook(event, ack);
            MessageCreateData message = renderer.render(reply.content());
            boolean privately = reply.visibility() == Reply.Visibility.ASKER;
            Message sent = switch (reply.manner()) {
                case REPLACE ->
                    hook.editOriginal(MessageEditData.fromCreateData(message)).complete();
                case NEW -> hook.sendMessage(message).setEphemeral(privately).complete();
            };
            tell(event, reply, sent.isEphemeral(), sent);
        });
    }

    private void tell(Interaction event, Reply reply, boolean privately, Message sent) {
        if (!privately) {
            bot.onReplyPosted(new MessageRef(DiscordInbound.channel(event), sent.getId()), reply.content());
        }
    }

    /** The hook of an acknowledgement, also of one that seems to have failed but took effect. */
    private static InteractionHook hook(Interaction event, CompletableFuture<InteractionHook> ack) {
        try {
            return ack.join();
        } catch (CompletionException failure) {
            if (failure.getCause() != null && DiscordErrors.maybeDelivered(failure.getCause())) {
                return InteractionHook.from(event.getJDA(), event.getToken());
            }
            throw DiscordErrors.of("acknowledge an interaction", failure);
        }
    }

    private static void deliver(Interaction event, Runnable delivery) {
        try {
            delivery.run();
        } catch (ErrorResponseException | ChatException failure) {
            LOG.warn(
                    "Discord interaction {} stays unanswered: {}",
                    event.getId(),
                    DiscordErrors.of("answer", failure).getMessage());
        }
    }

    /** Suggestions as choices; free text is offered as it was typed when nothing better is known. */
    static List<Choice> choices(CompletionCall call, List<Suggestion> suggestions) {
        List<Choice> choices = suggestions.stream()
                .filter(suggestion ->
                        !suggestion.value().isEmpty() && suggestion.value().length() <= DiscordLimits.CHOICE)
                .limit(DiscordLimits.CHOICES)
                .map(suggestion -> new Choice(
                        DiscordText.plain(
                                suggestion.label().isBlank() ? suggestion.value() : suggestion.label(),
                                DiscordLimits.CHOICE),
                        suggestion.value()))
                .toList();
        String typed = call.typed().strip();
        boolean echo = choices.isEmpty()
                && call.param() instanceof Param.FreeText
                && !typed.isEmpty()
                && typed.length() <= DiscordLimits.CHOICE;
        return echo ? List.of(new Choice(DiscordText.plain(typed, DiscordLimits.CHOICE), typed)) : choices;
    }
}
