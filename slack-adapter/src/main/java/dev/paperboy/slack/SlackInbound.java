package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens on Slack, as calls on the bot. Commands and clicks are acknowledged at once, whatever becomes of them, and
 * answered on a virtual thread. Reactions are acknowledged when their effect is done: Slack then sends again what we
 * could not keep.
 */
public final class SlackInbound {
    private static final Logger log = LoggerFactory.getLogger(SlackInbound.class);
    private static final Pattern ANY = Pattern.compile(".*");
    private static final Duration LONGEST_FINISH = Duration.ofSeconds(10);
    private final Bot bot;
    private final Duration longestFinish;
    private final SlackCommands commands;
    private final Cache<String, Boolean> recentTriggers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackRenderer renderer;
    private final Request home;
    private final SlackReactions reactions;
    private final SlackCatchUp catchUp;

    /** @param home what the app's home tab shows to each person */
    public SlackInbound(Bot bot, SlackCommands commands, SlackRenderer renderer, Request home) {
        this(bot, commands, renderer, home, LONGEST_FINISH);
    }

    /**
     * Takes what comes in.
     *
     * @param longestFinish how long running answers may still take when it is stopped
     */
    SlackInbound(Bot bot, SlackCommands commands, SlackRenderer renderer, Request home, Duration longestFinish) {
        this.home = home;
        this.longestFinish = longestFinish;
        this.bot = bot;
        this.commands = commands;
        this.renderer = renderer;
        this.catchUp = new SlackCatchUp(bot);
        this.reactions = new SlackReactions(bot, catchUp::isReading);
    }

    /** What handling needs besides the bot, known once Slack has said who we are. */
    private record Session(
            SlackIdentity identity,
            SlackReplies replies,
            SlackUploads uploads,
            SlackHome home,
            SlackRights rights,
            SlackReactionReader reader) {}

    /** Catches up with the reactions of the time without a connection. */
    void readReactionsAgain(SlackClient client, SlackIdentity identity) {
        catchUp.readAgain(new SlackReactionReader(client, identity));
    }

    /** Catches up with the reactions under one message. */
    void readReactions(SlackClient client, SlackIdentity identity, MessageRef message) {
        catchUp.read(new SlackReactionReader(client, identity), message);
    }

    /**
     * Has Slack send an event again, by an acknowledgement that does not come. Bolt takes any answer that is not 200 for
     * none, goes on to the next handler, and acknowledges when there is no other.
     */
    private static final class NotKept extends IOException {
        private static final long serialVersionUID = 1L;

        NotKept() {
            super("a reaction could not be kept in time");
        }
    }

    /** How many events were repeats of one that had been taken. */
    public CacheStats reactionStats() {
        return reactions.stats();
    }

    /**
     * Puts all handlers onto the app; Bolt keeps only the last of each kind, so this is the only place.
     *
     * @param expelled told in words when the workspace has thrown us out
     */
    void register(App app, SlackClient client, SlackIdentity identity, Consumer<String> expelled) {
        Session session = new Session(
                identity,
                new SlackReplies(client, renderer),
                new SlackUploads(client, commands),
                new SlackHome(client, renderer, commands, home),
                new SlackRights(client),
                new SlackReactionReader(client, identity));
        app.command(ANY, (request, ctx) -> {
            handle("command", () -> onCommand(session, request.getPayload()));
            return ctx.ack();
        });
        app.blockAction(ANY, (request, ctx) -> {
            handle("click", () -> onClick(session, request.getPayload()));
            return ctx.ack();
        });
        app.viewSubmission(ANY, (request, ctx) -> {
            handle("window", () -> onSubmission(session, request.getPayload()));
            return ctx.ack();
        });
        app.event(AppHomeOpenedEvent.class, (payload, ctx) -> {
            handle("visit", () -> onVisit(session, payload));
            return ctx.ack();
        });
        app.event(ReactionAddedEvent.class, (payload, ctx) -> {
            ReactionAddedEvent event = payload.getEvent();
            ReactionAddedEvent.Item item = event.getItem();
            SlackReactions.Event reaction = new SlackReactions.Event(
                    payload.getEventId(),
                    event.getEventTs(),
                    user(session, event.getUser()),
                    new MessageRef(channel(session, item.getChannel()), item.getTs()),
                    session.identity().botUser().equals(event.getItemUser()),
                    event.getReaction(),
                    true);
            if (isOurs(session, payload.getTeamId(), "event") && !keep(session, reaction, ctx)) {
                throw new NotKept();
            }
            return ctx.ack();
        });
        app.event(ReactionRemovedEvent.class, (payload, ctx) -> {
            ReactionRemovedEvent event = payload.getEvent();
            ReactionRemovedEvent.Item item = event.getItem();
            SlackReactions.Event reaction = new SlackReactions.Event(
                    payload.getEventId(),
                    event.getEventTs(),
                    user(session, event.getUser()),
                    new MessageRef(channel(session, item.getChannel()), item.getTs()),
                    session.identity().botUser().equals(event.getItemUser()),
                    event.getReaction(),
                    false);
            if (isOurs(session, payload.getTeamId(), "event") && !keep(session, reaction, ctx)) {
                throw new NotKept();
            }
            return ctx.ack();
        });
        app.event(AppUninstalledEvent.class, (payload, ctx) -> {
            if (isOurs(session, payload.getTeamId(), "event")) {
                expelled.accept("somebody has uninstalled the app");
            }
            return ctx.ack();
        });
        app.event(TokensRevokedEvent.class, (payload, ctx) -> {
            List<String> bots = payload.getEvent().getTokens().getBot();
            if (isOurs(session, payload.getTeamId(), "event") && bots != null && !bots.isEmpty()) {
                expelled.accept("the bot token was revoked");
            }
            return ctx.ack();
        });
    }

    /** Slack repeats neither commands nor clicks: what fails here is for the log, and Slack is told it has arrived. */
    private static void handle(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("a {} on Slack could not be read", what, e);
        }
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
        if (!isOurs(session, payload.getTeamId(), "command")) {
            return;
        }
        ChannelRef channel = channel(session, payload.getChannelId());
        SlackReplies.Target target = new SlackReplies.Target(
                channel,
                payload.getUserId(),
                Objects.requireNonNullElse(payload.getUserName(), ""),
                payload.getResponseUrl(),
                payload.getTriggerId(),
                Optional.empty(),
                false);
        String text = Objects.requireNonNullElse(payload.getText(), "");
        answer(session, target, () -> commands.read(text));
    }

    private void onSubmission(Session session, ViewSubmissionPayload payload) {
        if (!isOurs(session, payload.getTeam().getId(), "window")) {
            return;
        }
        SlackUploads.submission(payload, session.identity().team())
                .ifPresent(submission -> answer(
                        session, submission.target(), () -> session.uploads().read(submission)));
    }

    private void onClick(Session session, BlockActionPayload payload) {
        if (!isOurs(session, payload.getTeam().getId(), "click")) {
            return;
        }
        BlockActionPayload.Action action = payload.getActions().getFirst();
        BlockActionPayload.Container container = payload.getContainer();
        if (action.getValue() == null) {
            return; // a link: the person's own browser has opened it
        }
        if (payload.getView() != null && "home".equals(payload.getView().getType())) {
            onHomeClick(session, payload, action.getValue());
            return;
        }
        if (container.getMessageTs() == null) {
            return;
        }
        ChannelRef channel = channel(session, container.getChannelId());
        SlackReplies.Target target = new SlackReplies.Target(
                channel,
                payload.getUser().getId(),
                Objects.requireNonNullElse(payload.getUser().getUsername(), ""),
                payload.getResponseUrl(),
                payload.getTriggerId(),
                Optional.of(new MessageRef(channel, container.getMessageTs())),
                container.isEphemeral());
        String value = action.getValue();
        answer(
                session,
                target,
                () -> renderer.buttons()
                        .textOf(value)
                        .map(commands::read)
                        .orElseGet(() -> new CommandLine.NotUnderstood(new Misread(
                                "I no longer know what this button meant.", "Please ask anew.", List.of()))));
    }

    private void onVisit(Session session, EventsApiPayload<AppHomeOpenedEvent> payload) {
        AppHomeOpenedEvent event = payload.getEvent();
        if (!isOurs(session, payload.getTeamId(), "visit") || !"home".equals(event.getTab())) {
            return;
        }
        // A visit is no interaction of which Slack would tell a trigger; a visit told twice shows the same twice.
        SlackReplies.Target visitor = visitor(session, event.getUser(), "", event.getChannel(), "");
        execute("a visit of the home tab", () -> session.home().open(visitor, asked -> reply(session, visitor, asked)));
    }

    private void onHomeClick(Session session, BlockActionPayload payload, String value) {
        SlackHome.Shown shown = SlackHome.Shown.of(payload.getView().getPrivateMetadata());
        SlackReplies.Target visitor = visitor(
                session,
                payload.getUser().getId(),
                Objects.requireNonNullElse(payload.getUser().getUsername(), ""),
                shown.channel(),
                payload.getTriggerId());
        if (isFirst(visitor)) {
            execute(
                    "a click in the home tab",
                    () -> session.home().click(value, shown, visitor, asked -> reply(session, visitor, asked)));
        }
    }

    private static SlackReplies.Target visitor(
            Session session, String user, String name, String conversation, String trigger) {
        return new SlackReplies.Target(
                channel(session, conversation), user, name, "", trigger, Optional.empty(), false);
    }

    private void execute(String what, Runnable work) {
        executor.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.error("{} failed", what, e);
            }
        });
    }

    /** Socket Mode may deliver again what was under way while a connection was replaced. */
    private boolean isFirst(SlackReplies.Target target) {
        return recentTriggers.asMap().putIfAbsent(target.trigger(), true) == null;
    }

    private void answer(Session session, SlackReplies.Target target, Supplier<CommandLine.Result> asked) {
        if (!isFirst(target)) {
            return;
        }
        executor.execute(() -> {
            try {
                reply(session, target, asked.get())
                        .ifPresent(reply -> session.replies().send(bot, reply, target));
            } catch (RuntimeException e) {
                log.error("a request on Slack failed", e);
                session.replies().apologize(target);
            }
        });
    }

    /** Empty if the answer is a window. */
    private Optional<Reply> reply(Session session, SlackReplies.Target target, CommandLine.Result asked) {
        return switch (asked) {
            case CommandLine.Understood(Request request) ->
                Optional.of(bot.onCommand(new CommandCall(
                        request,
                        user(session, target.user()),
                        target.channel(),
                        rights(session, request, target.user(), target.channel()),
                        target.clicked(),
                        lacking(session, request, target.channel()),
                        target.name())));
            case CommandLine.NotUnderstood(Misread misread) -> Optional.of(bot.onMisread(misread));
            case CommandLine.FileWanted wanted ->
                session.uploads().ask(wanted, target).map(bot::onMisread);
        };
    }

    private static List<String> lacking(Session session, Request request, ChannelRef channel) {
        return request.spec().weighsRights() ? session.rights().lacking(channel.id()) : List.of();
    }

    /** Rights cost two calls to Slack, so they are asked for only where a command needs one. */
    private static Set<Right> rights(Session session, Request request, String user, ChannelRef channel) {
        return request.spec().weighsRights() ? session.rights().of(user, channel.id()) : Set.of();
    }

    /** Whether it is settled; what is our own, or on a file, is from the beginning. */
    private boolean keep(Session session, SlackReactions.Event event, EventContext context) {
        if (event.user().id().equals(session.identity().botUser())
                || event.message().channel().id() == null
                || event.message().id() == null) {
            return true;
        }
        boolean settled = reactions.take(event);
        if (settled && event.underOurs() && isRepeat(context)) {
            // It may be older than what we have taken note of, even before a restart or in another process.
            catchUp.read(session.reader(), event.message());
        }
        return settled;
    }

    private static boolean isRepeat(EventContext context) {
        Integer number = context.getRetryNum();
        return number != null && number > 0;
    }

    private static UserRef user(Session session, String id) {
        return new UserRef(Platform.SLACK, session.identity().team(), id);
    }

    private static ChannelRef channel(Session session, String id) {
        return new ChannelRef(Platform.SLACK, session.identity().team(), id);
    }

    /** Gives running answers some seconds to end; called once nothing new can come in. */
    void finish() {
        finish(executor, longestFinish);
        catchUp.finish();
        reactions.finish();
    }

    /** One that waits for Slack's permission to go on could take minutes, and nobody stops a bot for so long. */
    static void finish(ExecutorService work, Duration longest) {
        work.shutdown();
        try {
            if (!work.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("gave up work for Slack that did not end within {} s", longest.toSeconds());
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
