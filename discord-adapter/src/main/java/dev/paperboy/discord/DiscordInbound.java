package dev.paperboy.discord;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Right;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of Discord as calls of the bot. Every command and click is acknowledged at once and then worked on by a
 * virtual thread of its own; reactions are taken one after the other, in Discord's order.
 */
public final class DiscordInbound {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordInbound.class);

    private final Bot bot;
    private final DiscordCommands commands;
    private final DiscordFiles files;
    private final DiscordReplies replies;
    private final DiscordButtons buttons;
    private final DiscordReactions reactions;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private boolean stopping;

    public DiscordInbound(Bot bot, DiscordCommands commands, DiscordRenderer renderer) {
        this(bot, commands, renderer, new DiscordReactions(bot));
    }

    DiscordInbound(Bot bot, DiscordCommands commands, DiscordRenderer renderer, DiscordReactions reactions) {
        this.bot = bot;
        this.reactions = reactions;
        this.commands = commands;
        this.files = new DiscordFiles(commands);
        this.replies = new DiscordReplies(bot, renderer);
        this.buttons = renderer.buttons();
    }

    DiscordCommands commands() {
        return commands;
    }

    /** What takes JDA's events. */
    ListenerAdapter listener(DiscordFreshness freshness) {
        return new Listener(freshness);
    }

    /** Takes an interaction in, unless it would be acknowledged and never answered. */
    private synchronized void take(Runnable beginning) {
        if (!stopping) {
            beginning.run();
        }
    }

    /** From now on nobody's command is acknowledged; reactions are still taken. */
    synchronized void stopAnswering() {
        stopping = true;
        workers.shutdown();
    }

    /** Lets the answers that were begun end, for as long as that may take at most. */
    void finishAnswers(Duration atMost) {
        try {
            if (!workers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("answers to Discord take longer than {} s and are broken off", atMost.toSeconds());
                workers.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }

    /** Reads the reactions under a message in the background. */
    void readReactions(JDA jda, MessageRef message) {
        reactions.read(jda, message);
    }

    /** The end, when no connection brings anything more. */
    void finishReactions() {
        reactions.close();
    }

    /** JDA's side of it. */
    private final class Listener extends ListenerAdapter {
        private final DiscordFreshness freshness;

        Listener(DiscordFreshness freshness) {
            this.freshness = freshness;
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            if (freshness.isNews(event)) {
                take(() -> command(event));
            }
        }

        private void command(SlashCommandInteractionEvent event) {
            String name = String.valueOf(event.getSubcommandName());
            Map<String, String> options = new LinkedHashMap<>();
            Map<String, Message.Attachment> attached = new LinkedHashMap<>();
            event.getOptions().forEach(option -> {
                if (option.getType() == OptionType.ATTACHMENT) {
                    attached.put(option.getName(), option.getAsAttachment());
                } else {
                    options.put(option.getName(), option.getAsString());
                }
            });
            if (attached.isEmpty()) {
                CommandLine.Result read = commands.read(name, options, Map.of());
                boolean privately = read instanceof CommandLine.NotUnderstood || commands.answersPrivately(name);
                answer(event, privately, () -> read);
            } else {
                // Discord waits three seconds for a word of ours, and a file may take longer.
                answer(event, commands.answersPrivately(name), () -> files.read(name, options, attached));
            }
        }

        private void answer(SlashCommandInteractionEvent event, boolean privately, Supplier<CommandLine.Result> read) {
            CompletableFuture<InteractionHook> hook =
                    event.deferReply(privately).submit();
            workers.execute(
                    () -> replies.toCommand(event, hook, privately, () -> answer(read.get(), event, Optional.empty())));
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            if (freshness.isNews(event)) {
                take(() -> click(event));
            }
        }

        private void click(ButtonInteractionEvent event) {
            MessageRef clicked = new MessageRef(channel(event), event.getMessageId());
            CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(
                    () -> answer(
                            commands.readButton(buttons.requestText(event.getComponentId())),
                            event,
                            Optional.of(clicked)),
                    workers);
            workers.execute(() -> replies.toClick(event, answer));
        }

        private Reply answer(CommandLine.Result read, Interaction event, Optional<MessageRef> clicked) {
            return switch (read) {
                case CommandLine.Understood(var request) ->
                    bot.onCommand(new CommandCall(
                            request, user(event), channel(event), rights(event), clicked, lacking(event), name(event)));
                case CommandLine.NotUnderstood(var misread) -> bot.onMisread(misread);
                case CommandLine.FileWanted wanted -> bot.onMisread(wanted.misread());
            };
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            if (freshness.isNews(event)) {
                take(() -> complete(event));
            }
        }

        private void complete(CommandAutoCompleteInteractionEvent event) {
            workers.execute(() -> {
                try {
                    event.replyChoices(choices(event)).queue(done -> {}, failure -> unsuggested(event, failure));
                } catch (RuntimeException failure) {
                    unsuggested(event, failure);
                }
            });
        }

        private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
            String option = event.getFocusedOption().getName();
            String typed = event.getFocusedOption().getValue();
            return commands.completion(String.valueOf(event.getSubcommandName()), option, typed, user(event))
                    .map(call -> DiscordReplies.choices(call, bot.onCompletion(call)))
                    .orElse(List.of());
        }

        /** Whoever types sees none this time, and the next key asks again. */
        private void unsuggested(CommandAutoCompleteInteractionEvent event, Throwable failure) {
            LOG.debug("no suggestions for Discord interaction {}: {}", event.getId(), failure.toString());
        }

        /** A connection begins anew: what happened since the last one nobody told. */
        @Override
        public void onReady(ReadyEvent event) {
            reactions.readAgain(event.getJDA());
        }

        @Override
        public void onSessionRecreate(SessionRecreateEvent event) {
            reactions.readAgain(event.getJDA());
        }

        @Override
        public void onGuildAvailable(GuildAvailableEvent event) {
            reactions.readAgain(event.getJDA());
        }

        @Override
        public void onMessageReactionAdd(MessageReactionAddEvent event) {
            boolean ours = event.getMessageAuthorIdLong()
                    == event.getJDA().getSelfUser().getIdLong();
            reaction(event, true, ours);
        }

        @Override
        public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
            reaction(event, false, false);
        }

        private void reaction(GenericMessageReactionEvent event, boolean added, boolean underOurs) {
            if (event.getUserIdLong() == event.getJDA().getSelfUser().getIdLong()) {
                return;
            }
            String space = event.isFromGuild() ? event.getGuild().getId() : "";
            MessageRef message = new MessageRef(
                    new ChannelRef(Platform.DISCORD, space, event.getChannel().getId()), event.getMessageId());
            UserRef user = new UserRef(Platform.DISCORD, "", event.getUserId());
            DiscordEmoji.read(event.getEmoji().getName())
                    .map(emoji -> new ReactionChange(user, message, emoji, added))
                    .ifPresent(change -> reactions.take(event.getJDA(), change, underOurs));
        }
    }

    private static UserRef user(Interaction event) {
        return new UserRef(Platform.DISCORD, "", event.getUser().getId());
    }

    private static String name(Interaction event) {
        Member member = event.getMember();
        return member == null ? event.getUser().getEffectiveName() : member.getEffectiveName();
    }

    static ChannelRef channel(Interaction event) {
        Guild guild = event.getGuild();
        return new ChannelRef(
                Platform.DISCORD, guild == null ? "" : guild.getId(), String.valueOf(event.getChannelId()));
    }

    /** Discord tells with every command what the app may do there; by the names in its own settings. */
    private static List<String> lacking(Interaction event) {
        Guild guild = event.getGuild();
        return guild != null && event.getChannel() instanceof GuildChannel channel
                ? needed(channel)
                        .filter(right -> !guild.getSelfMember().hasPermission(channel, right))
                        .map(Permission::getName)
                        .toList()
                : List.of();
    }

    private static Stream<Permission> needed(GuildChannel channel) {
        Permission send = channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        return Stream.of(
                Permission.VIEW_CHANNEL,
                send,
                Permission.MESSAGE_EMBED_LINKS,
                Permission.MESSAGE_HISTORY,
                Permission.MESSAGE_ADD_REACTION);
    }

    private static Set<Right> rights(Interaction event) {
        Member member = event.getMember();
        boolean manages = member != null
                && event.getChannel() instanceof GuildChannel channel
                && member.hasPermission(channel, Permission.MANAGE_CHANNEL);
        return manages ? Set.of(Right.MANAGE_CHANNEL) : Set.of();
    }
}
