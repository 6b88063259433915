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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of Discord as calls of the bot. Every command and click is acknowledged at once and then worked on by a
 * virtual thread of its own; reactions are taken one after the other, in Discord's order.
 */
public final class DiscordInbound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordInbound.class);

    private final Bot bot;
    private final DiscordCommands commands;
    private final DiscordReplies replies;
    private final DiscordButtons buttons;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService reactions = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("discord-reactions").factory());

    public DiscordInbound(Bot bot, DiscordCommands commands, DiscordRenderer renderer) {
        this.bot = bot;
        this.commands = commands;
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

    @Override
    public void close() {
        workers.close();
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
            String name = String.valueOf(event.getSubcommandName());
            if (!freshness.isNews(event)) {
                return;
            }
            Map<String, String> options = new LinkedHashMap<>();
            event.getOptions().forEach(option -> options.put(option.getName(), option.getAsString()));
            CommandLine.Result read = commands.read(name, options);
            boolean privately = read instanceof CommandLine.NotUnderstood || commands.answersPrivately(name);
            CompletableFuture<InteractionHook> hook =
                    event.deferReply(privately).submit();
            workers.execute(() -> replies.toCommand(event, hook, answer(read, event, Optional.empty()), privately));
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            if (!freshness.isNews(event)) {
                return;
            }
            CompletableFuture<InteractionHook> hook = event.deferEdit().submit();
            workers.execute(() -> {
                CommandLine.Result read = commands.readButton(buttons.requestText(event.getComponentId()));
                MessageRef clicked = new MessageRef(channel(event), event.getMessageId());
                replies.toClick(event, hook, answer(read, event, Optional.of(clicked)));
            });
        }

        private Reply answer(CommandLine.Result read, Interaction event, Optional<MessageRef> clicked) {
            return switch (read) {
                case CommandLine.Understood(var request) ->
                    bot.onCommand(new CommandCall(request, user(event), channel(event), rights(event), clicked));
                case CommandLine.NotUnderstood(var misread) -> bot.onMisread(misread);
            };
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            if (!freshness.isNews(event)) {
                return;
            }
            workers.execute(() -> {
                String option = event.getFocusedOption().getName();
                String typed = event.getFocusedOption().getValue();
                List<Choice> choices = commands.completion(
                                String.valueOf(event.getSubcommandName()), option, typed, user(event))
                        .map(call -> DiscordReplies.choices(call, bot.onCompletion(call)))
                        .orElse(List.of());
                event.replyChoices(choices)
                        .queue(
                                done -> {},
                                failure -> LOG.debug(
                                        "Discord took no suggestions for {}: {}", option, failure.toString()));
            });
        }

        @Override
        public void onMessageReactionAdd(MessageReactionAddEvent event) {
            reaction(event, true);
        }

        @Override
        public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
            reaction(event, false);
        }

        private void reaction(GenericMessageReactionEvent event, boolean added) {
            if (event.getUserIdLong() == event.getJDA().getSelfUser().getIdLong()) {
                return;
            }
            String space = event.isFromGuild() ? event.getGuild().getId() : "";
            MessageRef message = new MessageRef(
                    new ChannelRef(Platform.DISCORD, space, event.getChannel().getId()), event.getMessageId());
            UserRef user = new UserRef(Platform.DISCORD, "", event.getUserId());
            DiscordEmoji.read(event.getEmoji().getName())
                    .map(emoji -> new ReactionChange(user, message, emoji, added))
                    .ifPresent(change -> reactions.execute(() -> bot.onReaction(change)));
        }
    }

    private static UserRef user(Interaction event) {
        return new UserRef(Platform.DISCORD, "", event.getUser().getId());
    }

    static ChannelRef channel(Interaction event) {
        Guild guild = event.getGuild();
        return new ChannelRef(
                Platform.DISCORD, guild == null ? "" : guild.getId(), String.valueOf(event.getChannelId()));
    }

    private static Set<Right> rights(Interaction event) {
        Member member = event.getMember();
        boolean manages = member != null
                && event.getChannel() instanceof GuildChannel channel
                && member.hasPermission(channel, Permission.MANAGE_CHANNEL);
        return manages ? Set.of(Right.MANAGE_CHANNEL) : Set.of();
    }
}
