package dev.paperboy.discord;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.Param;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.components.buttons.ButtonInteraction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers answers to interactions. What cannot be delivered is logged and never said elsewhere. */
final class DiscordReplies {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);

    /** How long a click may wait for its answer before it is acknowledged without: a third of what Discord gives. */
    private static final Duration PROMPT = Duration.ofSeconds(1);

    private static final Content SORRY = Content.Notice.failure(
            "Something went wrong on my side, and I have written it down.",
            "Please try again in a moment; if it stays so, tell whoever runs me.");

    private final Bot bot;
    private final DiscordRenderer renderer;

    DiscordReplies(Bot bot, DiscordRenderer renderer) {
        this.bot = bot;
        this.renderer = renderer;
    }

    /** Answers a command whose "thinking…" is private or public as promised by its description. */
    void toCommand(
            Interaction event, CompletableFuture<InteractionHook> ack, boolean privately, Supplier<Reply> answer) {
        InteractionHook hook = hook(event, ack);
        deliver(event, () -> apologiseInPlace(hook), () -> {
            Reply reply = answer.get();
            try (MessageCreateData message = renderer.render(reply.content())) {
                if (!privately && reply.visibility() == Reply.Visibility.ASKER) {
                    // A public "thinking…" cannot turn private, and the first follow-up would take its place.
                    removeOriginal(hook);
                    hook.sendMessage(message).setEphemeral(true).complete();
                } else {
                    edit(event, hook, reply, message, privately);
                }
            }
        });
    }

    /**
     * Answers a click. An answer that comes promptly decides how the click is acknowledged, so that it can be edited
     * in, which JDA may repeat without harm. A slow one is left the choice to replace the clicked message or to follow.
     */
    void toClick(ButtonInteraction event, CompletableFuture<Reply> answer) {
        Optional<Reply> own = promptly(answer).filter(reply -> reply.manner() == Reply.Manner.NEW);
        boolean privately =
                own.map(reply -> reply.visibility() == Reply.Visibility.ASKER).orElse(false);
        InteractionHook hook = hook(
                event,
                own.isPresent()
                        ? event.deferReply(privately).submit()
                        : event.deferEdit().submit());
        Runnable apology = () -> {
            if (own.isPresent()) {
                apologiseInPlace(hook);
            } else {
                apologiseApart(hook);
            }
        };
        deliver(event, apology, () -> {
            Reply reply = answer.join();
            try (MessageCreateData message = renderer.render(reply.content())) {
                if (own.isPresent() || reply.manner() == Reply.Manner.REPLACE) {
                    edit(event, hook, reply, message, privately);
                } else {
                    follow(event, hook, reply, message);
                }
            }
        });
    }

    private static Optional<Reply> promptly(CompletableFuture<Reply> answer) {
        try {
            return Optional.of(answer.get(PROMPT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            // Whoever clicked hears of it alone; the clicked message stays.
            return Optional.of(Reply.privately(SORRY));
        }
    }

    private void edit(
            Interaction event, InteractionHook hook, Reply reply, MessageCreateData message, boolean privately) {
        try (MessageEditData edit = MessageEditData.fromCreateData(message)) {
            Message sent = hook.editOriginal(edit).complete();
            tell(event, reply, privately || sent.isEphemeral(), sent);
        }
    }

    private void follow(Interaction event, InteractionHook hook, Reply reply, MessageCreateData message) {
        boolean privately = reply.visibility() == Reply.Visibility.ASKER;
        Message sent = hook.sendMessage(message).setEphemeral(privately).complete();
        tell(event, reply, privately, sent);
    }

    /** Gone is gone: after a lost answer, JDA's second attempt finds nothing to delete. */
    private static void removeOriginal(InteractionHook hook) {
        try {
            hook.deleteOriginal().complete();
        } catch (ErrorResponseException failure) {
            if (failure.getErrorResponse() != ErrorResponse.UNKNOWN_MESSAGE) {
                throw failure;
            }
        }
    }

    /** The answer stands by now; what fails here must not be taken for its failure. */
    private void tell(Interaction event, Reply reply, boolean privately, Message sent) {
        if (privately) {
            return;
        }
        try {
            bot.onReplyPosted(new MessageRef(DiscordInbound.channel(event), sent.getId()), reply.content());
        } catch (RuntimeException failure) {
            LOG.error("reactions under the Discord message {} will mean nothing", sent.getId(), failure);
        }
        reply.thread()
                .flatMap(title -> DiscordDiscussions.open(event, sent, title))
                .ifPresent(trouble -> whisper(event, trouble));
    }

    /** Tells the asker alone what did not work beside the answer. */
    private void whisper(Interaction event, String trouble) {
        Content notice = Content.Notice.problem(trouble, "You can start the thread yourself, under my post.");
        try (MessageCreateData message = renderer.render(notice)) {
            InteractionHook.from(event.getJDA(), event.getToken())
                    .sendMessage(message)
                    .setEphemeral(true)
                    .complete();
        } catch (RuntimeException failure) {
            LOG.warn("nobody could be told: {}", trouble, failure);
        }
    }

    /**
     * The hook of an acknowledgement. Also of one that seems to have failed: whether it took effect nobody knows then
     * (its answer may have been lost, JDA's repeat come too late), and an edit finds out without harm.
     */
    private static InteractionHook hook(Interaction event, CompletableFuture<InteractionHook> ack) {
        try {
            return ack.join();
        } catch (CompletionException | CancellationException failure) {
            LOG.debug(
                    "{}",
                    DiscordErrors.of("acknowledge Discord interaction " + event.getId(), failure)
                            .getMessage());
            return InteractionHook.from(event.getJDA(), event.getToken());
        }
    }

    /** Nobody stays before a "thinking…" that means nothing, whatever goes wrong. */
    private static void deliver(Interaction event, Runnable apology, Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException failure) {
            if (DiscordErrors.isDiscords(failure)) {
                String why = DiscordErrors.of("answer", failure).getMessage();
                LOG.warn("Discord interaction {} stays unanswered: {}", event.getId(), why);
            } else {
                LOG.error("Discord interaction {} cannot be answered", event.getId(), failure);
            }
            if (!DiscordErrors.isTokenGone(failure)) {
                tryTo(apology, event);
            }
        }
    }

    private static void tryTo(Runnable apology, Interaction event) {
        try {
            apology.run();
        } catch (RuntimeException again) {
            LOG.debug("no apology for Discord interaction {} either: {}", event.getId(), again.toString());
        }
    }

    private void apologiseInPlace(InteractionHook hook) {
        try (MessageCreateData sorry = renderer.render(SORRY);
                MessageEditData edit = MessageEditData.fromCreateData(sorry)) {
            hook.editOriginal(edit).complete();
        }
    }

    /** After a click that might have replaced its message, the original is that message, which everybody sees. */
    private void apologiseApart(InteractionHook hook) {
        try (MessageCreateData sorry = renderer.render(SORRY)) {
            hook.sendMessage(sorry).setEphemeral(true).complete();
        }
    }

    /**
     * Suggestions as choices; free text is offered as it was typed when nothing better is known. What Discord cannot
     * carry back whole, or cannot show, is not offered: a cut value would mean another paper.
     */
    static List<Choice> choices(CompletionCall call, List<Suggestion> suggestions) {
        List<Choice> choices = suggestions.stream()
                .flatMap(suggestion -> choice(suggestion.label(), suggestion.value()).stream())
                .limit(DiscordLimits.CHOICES)
                .toList();
        String typed = call.typed().strip();
        return choices.isEmpty() && call.param() instanceof Param.FreeText
                ? choice(typed, typed).stream().toList()
                : choices;
    }

    private static Optional<Choice> choice(String label, String value) {
        String shown = Stream.of(label, value)
                .map(text -> DiscordText.plain(text, DiscordLimits.CHOICE))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return shown.isEmpty() || value.isEmpty() || value.length() > DiscordLimits.CHOICE
                ? Optional.empty()
                : Optional.of(new Choice(shown, value));
    }
}
