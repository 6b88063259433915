package dev.paperboy.discord.sandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A strict loopback stand-in of Discord with one guild, its people and its channels. A bot speaks REST and gateway
 * with it as with the real thing; a person's commands, clicks and reactions are the methods of this class.
 */
public final class DiscordSandbox implements AutoCloseable {
    /** Another one at every start, as other programs of this machine can reach the stand-in too. */
    private final String token = "sandbox-" + UUID.randomUUID();

    private final SandboxPace pace;
    private final World world;
    private final Ledger ledger = new Ledger();
    private final FaultDesk faults = new FaultDesk();
    private final Attachments attachments = new Attachments(() -> "http://127.0.0.1:" + port());
    private final Gateway gateway;
    private final MessageBoard board;
    private final Interactions interactions;
    private @Nullable Javalin server;
    private @Nullable ScheduledExecutorService sweeper;

    /** A stand-in at Discord's own pace; the clock stamps messages and their ids, interactions are of real time. */
    public DiscordSandbox(InstantSource clock) {
        this(clock, SandboxPace.real());
    }

    public DiscordSandbox(InstantSource clock, SandboxPace pace) {
        this.pace = pace;
        this.world = new World(clock);
        this.gateway = new Gateway(world, pace, ledger, token, this::gatewayUrl);
        this.board = new MessageBoard(world, gateway, attachments, pace.patience());
        this.interactions = new Interactions(world, gateway, attachments, pace.patience());
    }

    /** Starts on a free port of 127.0.0.1. */
    public DiscordSandbox start() {
        return start(0);
    }

    /** Starts on a given port of 127.0.0.1. */
    public DiscordSandbox start(int port) {
        if (server != null) {
            throw new IllegalStateException("already started");
        }
        server = Javalin.create(this::configure).start("127.0.0.1", port);
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("discord-sandbox-sweeper").factory());
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, 50, 50, TimeUnit.MILLISECONDS);
        return this;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 4 * Upload.LIMIT;
        config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(Duration.ZERO));
        HttpFront front = new HttpFront(world, ledger, faults, pace, interactions, token);
        InteractionReplies replies = new InteractionReplies(world, board, pace.patience());
        front.configure(
                config.routes, new RestApi(world, board, interactions, replies, gateway, this::gatewayUrl).routes());
        config.routes.ws("/gateway", gateway::configure);
        config.routes.get(Attachments.ROUTE, attachments::serve);
    }

    private void sweep() {
        synchronized (world) {
            interactions.sweep();
        }
        gateway.sweep();
    }

    @Override
    public void close() {
        if (sweeper != null) {
            sweeper.shutdownNow();
        }
        if (server != null) {
            server.stop();
        }
    }

    private int port() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.port();
    }

    /** The base of the REST API, with version and closing slash. */
    public String restUrl() {
        return "http://127.0.0.1:" + port() + "/api/v10/";
    }

    public String gatewayUrl() {
        return "ws://127.0.0.1:" + port() + "/gateway";
    }

    public String botToken() {
        return token;
    }

    public String guildId() {
        return World.GUILD;
    }

    public String botId() {
        return World.BOT;
    }

    public String applicationId() {
        return World.APPLICATION;
    }

    public List<SandboxUser> users() {
        return locked(world::users);
    }

    public List<SandboxChannel> channels() {
        return locked(world::channels);
    }

    /** Makes another text channel; a bot that is connected hears of it. */
    public SandboxChannel addChannel(String name) {
        return locked(() -> {
            SandboxChannel channel = new SandboxChannel(world.nextId(), name);
            world.add(channel);
            gateway.dispatch(Gateway.GUILDS, "CHANNEL_CREATE", Wire.channel(world, channel));
            return channel;
        });
    }

    /** @throws IllegalArgumentException when nobody has this id or name */
    public SandboxUser user(String idOrName) {
        return users().stream()
                .filter(user -> user.id().equals(idOrName) || user.name().equals(idOrName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user " + idOrName));
    }

    /**
     * A channel of the guild by its id or name, or the bot's conversation with a person by its id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SandboxChannel channel(String idOrName) {
        String bare = idOrName.replaceFirst("^#", "");
        return channels().stream()
                .filter(channel -> channel.id().equals(bare) || channel.name().equals(bare))
                .findFirst()
                .or(() -> Optional.ofNullable(locked(() -> world.channel(bare))))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + idOrName));
    }

    /** The bot's conversations that there are: each channel's id, and whom it is with. */
    public Map<String, SandboxUser> conversations() {
        return locked(world::conversations);
    }

    /** The bot's conversation with a person, made if need be; its name is the person's behind an {@code @}. */
    public SandboxChannel direct(String user) {
        return locked(() -> world.direct(user(user)));
    }

    /** Whether a bot is connected now; a session that waits to be resumed does not count. */
    public boolean online() {
        return !gateway.waitingForResume();
    }

    /**
     * A person sends a slash command.
     *
     * @param user id or name
     * @param channel id or name
     * @param path such as {@code papers search}
     * @param options by name; texts are read as the option's type as Discord's client reads what is typed
     */
    public UserAction command(String user, String channel, String path, Map<String, ?> options) {
        return act(() -> interactions.command(user(user), channel(channel), path, options));
    }

    /** A person types into an option; the reply's payload holds the choices. */
    public UserAction autocomplete(
            String user, String channel, String path, Map<String, ?> options, String focused, String typed) {
        return act(() -> interactions.autocomplete(user(user), channel(channel), path, options, focused, typed));
    }

    /** A person clicks a button of a message they see. */
    public UserAction click(String user, String channel, String messageId, String customId) {
        return choose(user, channel, messageId, customId, List.of());
    }

    /** A person picks values from a menu of a message they see. */
    public UserAction choose(String user, String channel, String messageId, String customId, List<String> values) {
        return act(() -> interactions.component(user(user), channel(channel), messageId, customId, values));
    }

    /** A person adds a reaction; doing it twice changes nothing. */
    public UserAction react(String user, String channel, String messageId, String emoji) {
        return reaction(channel, messageId, message -> board.react(message, user(user), emoji));
    }

    /** A person takes back a reaction. */
    public UserAction unreact(String user, String channel, String messageId, String emoji) {
        return reaction(channel, messageId, message -> board.unreact(message, user(user), emoji));
    }

    /** Needs no bot: people react while it is away, and it hears of that from nobody. */
    private UserAction reaction(String channel, String messageId, Consumer<StoredMessage> change) {
        return locked(() -> {
            try {
                change.accept(board.message(channel(channel).id(), messageId));
                return new UserAction("", CompletableFuture.completedFuture(SandboxReply.done()));
            } catch (Refusal refusal) {
                return UserAction.refused(refusal.detail());
            }
        });
    }

    private UserAction act(Supplier<UserAction> action) {
        return locked(() -> {
            if (!gateway.online()) {
                return UserAction.refused("The bot is offline.");
            }
            try {
                return action.get();
            } catch (CommandForm.Unsendable unsendable) {
                return UserAction.refused(unsendable.why());
            }
        });
    }

    /** A person writes a message. */
    public SandboxMessage say(String user, String channel, String text) {
        return locked(() -> {
            StoredMessage message = board.write(
                    channel(channel).id(), user(user), Json.object().put("content", text), List.of(), 0, null);
            board.announce(message, "MESSAGE_CREATE");
            return message.view();
        });
    }

    /** Everything in a channel, oldest first, the ephemeral messages of all users included. */
    public List<SandboxMessage> messages(String channel) {
        return locked(() ->
                world.messagesIn(channel(channel).id()).map(StoredMessage::view).toList());
    }

    /** A channel as one person sees it, oldest first. */
    public List<SandboxMessage> messages(String channel, String user) {
        return locked(() -> world.messagesIn(channel(channel).id())
                .filter(message -> message.visibleTo(user(user).id()))
                .map(StoredMessage::view)
                .toList());
    }

    /** Calls back with a channel's id at every change in it; the listener must not block or call back in. */
    public void onChange(Consumer<String> listener) {
        synchronized (world) {
            world.watch(listener);
        }
    }

    /**
     * Calls back with a line for {@link #replay} at every change of messages, reactions and channels, before whoever
     * asked for the change is answered; so what was answered is never lost. The listener must not call back in.
     */
    public void onRecord(Consumer<String> journal) {
        synchronized (world) {
            world.record(journal);
        }
    }

    /** The registered commands' definitions, as JSON texts. */
    public List<String> commands() {
        return locked(() -> world.allCommands().map(Object::toString).toList());
    }

    /** Makes a fault now, or for the next requests that match. */
    public void inject(FaultOrder order) {
        switch (order.fault()) {
            case HTTP_429, HTTP_429_WITHOUT_VIA, HTTP_5XX_BEFORE, HTTP_5XX_AFTER -> faults.order(order);
            case HTTP_429_SHARED, CLOSE_BEFORE, LOST_REPLY, DELAY, DELAY_AFTER -> faults.order(order);
            case GATEWAY_RECONNECT -> gateway.reconnect();
            case INVALID_SESSION_RESUMABLE -> gateway.invalidate(true);
            case INVALID_SESSION -> gateway.invalidate(false);
            case CLOSE_4000 -> gateway.close4000(order.times());
            case CLOSE_4004 -> gateway.close(4004, "Authentication failed");
            case CLOSE_4014 -> gateway.close(4014, "Disallowed intent(s)");
            case DISCONNECT -> gateway.cut();
            case GATEWAY_SILENCE -> gateway.fallSilent(order.lastingOr(Duration.ofSeconds(60)));
            case REVOKE_SEND -> deny(target(order), Permissions.SEND_MESSAGES);
            case RESTORE_SEND -> allow(target(order), Permissions.SEND_MESSAGES);
            case DELETE_CHANNEL -> deleteChannel(target(order));
            case RESTORE_CHANNEL -> restoreChannel(order);
            case HIDE_CHANNEL -> deny(target(order), Permissions.VIEW_CHANNEL);
            case SHOW_CHANNEL -> allow(target(order), Permissions.VIEW_CHANNEL);
            case HIDE_HISTORY -> deny(target(order), Permissions.READ_MESSAGE_HISTORY);
            case SHOW_HISTORY -> allow(target(order), Permissions.READ_MESSAGE_HISTORY);
            case REVOKE_THREADS -> deny(target(order), Permissions.CREATE_PUBLIC_THREADS);
            case RESTORE_THREADS -> allow(target(order), Permissions.CREATE_PUBLIC_THREADS);
            case REFUSE_DIRECT -> refuseDirect(true);
            case ACCEPT_DIRECT -> refuseDirect(false);
            case GUILD_OUTAGE -> gateway.takeGuildAway();
            case GUILD_BACK -> gateway.bringGuildBack();
        }
    }

    /** Forgets every fault that has not come yet, and ends those that last. */
    public void clearFaults() {
        faults.clear();
        gateway.stopClosing();
    }

    private SandboxChannel target(FaultOrder order) {
        return order.channel() == null ? channels().getFirst() : channel(order.channel());
    }

    private void deny(SandboxChannel channel, long right) {
        synchronized (world) {
            world.deny(channel.id(), right);
            gateway.dispatch(Gateway.GUILDS, "CHANNEL_UPDATE", Wire.channel(world, channel));
        }
    }

    private void allow(SandboxChannel channel, long right) {
        synchronized (world) {
            world.allow(channel.id(), right);
            gateway.dispatch(Gateway.GUILDS, "CHANNEL_UPDATE", Wire.channel(world, channel));
        }
    }

    private void refuseDirect(boolean refuse) {
        synchronized (world) {
            world.refuseDirect(refuse);
        }
    }

    private void deleteChannel(SandboxChannel channel) {
        synchronized (world) {
            var json = Wire.channel(world, channel);
            if (world.deleteChannel(channel.id())) {
                gateway.dispatch(Gateway.GUILDS, "CHANNEL_DELETE", json);
            }
        }
    }

    /** Without a channel, the one that was deleted last; nothing happens if none was. */
    private void restoreChannel(FaultOrder order) {
        synchronized (world) {
            List<SandboxChannel> deleted = world.deletedChannels();
            deleted.reversed().stream()
                    .filter(channel -> order.channel() == null
                            || channel.id().equals(order.channel())
                            || channel.name().equals(order.channel()))
                    .findFirst()
                    .ifPresent(channel -> {
                        world.restoreChannel(channel);
                        gateway.dispatch(Gateway.GUILDS, "CHANNEL_CREATE", Wire.channel(world, channel));
                    });
        }
    }

    /** Every broken rule so far. */
    public List<Violation> violations() {
        return ledger.violations();
    }

    /** @throws AssertionError naming every broken rule */
    public void assertNoViolations() {
        List<Violation> broken = violations();
        if (!broken.isEmpty()) {
            throw new AssertionError("Discord's rules were broken: " + broken);
        }
    }

    /** Every REST exchange so far, oldest first. */
    public List<Exchange> exchanges() {
        return ledger.exchanges();
    }

    /** Messages, reactions, commands and channels as JSON. */
    public String snapshot() {
        return locked(world::snapshot);
    }

    /** @throws IllegalArgumentException when the text is no snapshot */
    public void restore(String snapshot) {
        synchronized (world) {
            world.restore(snapshot);
        }
    }

    /**
     * Makes a recorded change again, on top of the snapshot that was taken before; twice is as good as once.
     *
     * @throws IllegalArgumentException when the line is none that was recorded
     */
    public void replay(String line) {
        synchronized (world) {
            world.replay(line);
        }
    }

    private <T> T locked(Supplier<T> work) {
        synchronized (world) {
            return work.get();
        }
    }
}
