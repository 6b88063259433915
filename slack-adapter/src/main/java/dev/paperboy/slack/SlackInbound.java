package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens on Slack, as calls on the bot. Commands and clicks are acknowledged at once and answered on a virtual
 * thread. Reactions are acknowledged when their effect is done: Slack then sends again what we could not keep.
 */
public final class SlackInbound {
    private static final Logger log = LoggerFactory.getLogger(SlackInbound.class);
    private static final Pattern ANY = Pattern.compile(".*");
    private static final Notice BROKEN =
            Notice.failure("Something went wrong on my side.", "It is in my log. Please try again in a moment.");

    private final Bot bot;
    private final SlackCommands commands;
    private final Cache<String, Boolean> recentTriggers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackRenderer renderer;
    private final SlackReactions reactions;

    public SlackInbound(Bot bot, SlackCommands commands, SlackRenderer renderer) {
        this.bot = bot;
        this.commands = commands;
        this.renderer = renderer;
        this.reactions = new SlackReactions(bot);
    }

    /** What handling needs besides the bot, known once Slack has said who we are. */
    private record Session(SlackIdentity identity, SlackReplies replies, SlackRights rights) {}

    /** How many events were repeats of one that had been taken. */
    public CacheStats reactionStats() {
        return reactions.stats();
    }

    /** Puts all handlers onto the app; Bolt keeps only the last of each kind, so this is the only place. */
    void register(App app, SlackClient client, SlackIdentity identity) {
        Session session = new Session(identity, new SlackReplies(client, renderer), new SlackRights(client));
        app.command(ANY, (request, ctx) -> {
            if (isOurs(session, request.getPayload().getTeamId(), "command")) {
                onCommand(session, request.getPayload());
            }
            return ctx.ack();
        });
        app.blockAction(ANY, (request, ctx) -> {
            if (isOurs(session, request.getPayload().getTeam().getId(), "click")) {
                onClick(session, request.getPayload());
            }
            return ctx.ack();
        });
        app.event(ReactionAddedEvent.class, (payload, ctx) -> {
            ReactionAddedEvent event = payload.getEvent();
            if (isOurs(session, payload.getTeamId(), "event")) {
                var item = event.getItem();
                onReaction(
                        session,
                        payload,
                        event.getUser(),
                        event.getReaction(),
                        item.getChannel(),
                        item.getTs(),
                        event.getEventTs(),
                        true);
            }
            return ctx.ack();
        });
        app.event(ReactionRemovedEvent.class, (payload, ctx) -> {
            ReactionRemovedEvent event = payload.getEvent();
            if (isOurs(session, payload.getTeamId(), "event")) {
                var item = event.getItem();
                onReaction(
                        session,
                        payload,
                        event.getUser(),
                        event.getReaction(),
                        item.getChannel(),
                        item.getTs(),
                        event.getEventTs(),
                        false);
            }
            return ctx.ack();
        });
    }

    private static boolean isOurs(Session session, String team, String what) {
        boolean ours = session.identity().team().equals(team);
        if (!ours) {
            log.warn(
                    "ignored a {} of Slack workspace {}: this bot lives in {}",
                    what,
                    team,
                    session.identity().team());
        }
        return ours;
    }

    private void onCommand(Session session, SlashCommandPayload payload) {
        ChannelRef channel = channel(session, payload.getChannelId());
        SlackReplies.Target target = new SlackReplies.Target(
                channel, payload.getResponseUrl(), payload.getTriggerId(), Optional.empty(), false);
        String text = Objects.requireNonNullElse(payload.getText(), "");
        answer(session, target, payload.getUserId(), () -> Optional.of(text));
    }

    private void onClick(Session session, BlockActionPayload payload) {
        BlockActionPayload.Action action = payload.getActions().getFirst();
        BlockActionPayload.Container container = payload.getContainer();
        if (action.getValue() == null || container.getMessageTs() == null) {
            return; // a link: the person's own browser has opened it
        }
        ChannelRef channel = channel(session, container.getChannelId());
        SlackReplies.Target target = new SlackReplies.Target(
                channel,
                payload.getResponseUrl(),
                payload.getTriggerId(),
                Optional.of(new MessageRef(channel, container.getMessageTs())),
                container.isEphemeral());
        String value = action.getValue();
        answer(
                session,
                target,
                payload.getUser().getId(),
                () -> renderer.buttons().textOf(value));
    }

    /** Says what somebody asked, in flat text; empty if it is not known any more. */
    private interface Asked {
        Optional<String> text();
    }

    private void answer(Session session, SlackReplies.Target target, String user, Asked asked) {
        if (recentTriggers.asMap().putIfAbsent(target.trigger(), true) != null) {
            return; // Socket Mode may deliver again what was under way while a connection was replaced
        }
        executor.execute(() -> {
            try {
                session.replies().send(bot, ask(session, target, user, asked), target);
            } catch (RuntimeException e) {
                log.error("a request on Slack failed", e);
                session.replies().apologize(target, BROKEN);
            }
        });
    }

    private Reply ask(Session session, SlackReplies.Target target, String user, Asked asked) {
        Optional<String> text = asked.text();
        if (text.isEmpty()) {
            return bot.onMisread(
                    new Misread("I no longer know what this button meant.", "Please ask anew.", List.of()));
        }
        return switch (commands.read(text.get())) {
            case CommandLine.Understood(Request request) ->
                bot.onCommand(new CommandCall(
                        request,
                        new UserRef(Platform.SLACK, session.identity().team(), user),
                        target.channel(),
                        rights(session, request, user, target.channel()),
                        target.clicked()));
            case CommandLine.NotUnderstood(Misread misread) -> bot.onMisread(misread);
        };
    }

    /** Rights cost two calls to Slack, so they are asked for only where a command needs one. */
    private static Set<Right> rights(Session session, Request request, String user, ChannelRef channel) {
        return request.spec().needs().isPresent() ? session.rights().of(user, channel.id()) : Set.of();
    }

    private void onReaction(
            Session session,
            EventsApiPayload<?> payload,
            String user,
            String name,
            String channel,
            String ts,
            String eventTs,
            boolean added) {
        if (user.equals(session.identity().botUser()) || channel == null || ts == null) {
            return; // our own, or on a file
        }
        MessageRef message = new MessageRef(channel(session, channel), ts);
        UserRef who = new UserRef(Platform.SLACK, session.identity().team(), user);
        reactions.take(payload.getEventId(), eventTs, who, message, name, added);
    }

    private static ChannelRef channel(Session session, String id) {
        return new ChannelRef(Platform.SLACK, session.identity().team(), id);
    }

    /** Lets running answers end; called once nothing new can come in. */
    void finish() {
        executor.close();
    }
}
