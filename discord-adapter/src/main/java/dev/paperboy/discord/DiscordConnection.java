package dev.paperboy.discord;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one JDA of this process: built, watched, built anew when it is stuck, and taken down without a trace. */
public final class DiscordConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final Duration START = Duration.ofSeconds(45);

    /** For requests on their way; JDA itself would wait up to 30 s although none is left. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final DiscordAccess access;
    private final DiscordFreshness freshness;
    private final DiscordWatchdog watchdog;
    private @Nullable DiscordInbound inbound;
    private volatile @Nullable JDA jda;

    /**
     * A connection yet to be opened.
     *
     * @param clock tells the age of interactions: the time in which Discord stamps its ids
     */
    public DiscordConnection(DiscordAccess access, InstantSource clock) {
        this(access, clock, DiscordWatchdog.Patience.USUAL);
    }

    DiscordConnection(DiscordAccess access, InstantSource clock, DiscordWatchdog.Patience patience) {
        this.access = access;
        this.freshness = new DiscordFreshness(clock);
        this.watchdog = new DiscordWatchdog(this::state, this::rebuild, patience);
    }

    /** How often an interaction was delivered again: hits of the memory of recent ones. */
    public CacheStats interactionStats() {
        return freshness.stats();
    }

    synchronized void open(DiscordInbound listener) {
        if (inbound != null) {
            throw new IllegalStateException("already open");
        }
        // Titles are foreign text: without this JDA lets @everyone and roles through.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        inbound = listener;
        try {
            connect(listener);
        } catch (ChatException trouble) {
            if (trouble.kind() == Kind.REFUSED) {
                throw trouble;
            }
            LOG.warn("not connected to Discord yet, trying again: {}", trouble.getMessage());
        }
        watchdog.start();
    }

    private void connect(DiscordInbound listener) {
        DiscordThreads threads = new DiscordThreads();
        Outcome outcome = new Outcome();
        JDA built = null;
        try {
            built = builder(threads)
                    .addEventListeners(outcome, watchdog, freshness, listener.listener(freshness))
                    .build();
            outcome.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            jda = built;
            register(built, listener.commands());
        } catch (InvalidTokenException wrong) {
            throw gone(built, threads, refused("Discord does not accept the bot token; check discord.token"));
        } catch (ExecutionException closed) {
            throw gone(built, threads, DiscordErrors.of("connect to Discord", closed));
        } catch (TimeoutException late) {
            throw gone(built, threads, unavailable("Discord sent no READY within " + START.toSeconds() + " s", late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw gone(built, threads, unavailable("interrupted while connecting to Discord", interrupted));
        } catch (RuntimeException failure) {
            throw gone(built, threads, unavailable("Discord cannot be reached at " + access.restUrl(), failure));
        }
    }

    private JDABuilder builder(DiscordThreads threads) {
        JDABuilder builder = JDABuilder.createLight(access.token(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(access.restUrl().toString()))
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(64)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return access.gatewayUrl().toString();
                    }
                });
        return threads.lendTo(builder);
    }

    private static ChatException gone(@Nullable JDA built, DiscordThreads threads, ChatException why) {
        if (built != null) {
            built.shutdownNow();
        }
        threads.stop();
        return why;
    }

    private static ChatException refused(String why) {
        return new ChatException(Kind.REFUSED, why, null);
    }

    private static ChatException unavailable(String why, Throwable cause) {
        return new ChatException(Kind.UNAVAILABLE, why + ": " + cause, cause);
    }

    /** Puts the commands up if Discord holds others; start-up does not wait for it. */
    private static void register(JDA jda, DiscordCommands commands) {
        SlashCommandData wanted = commands.definition();
        jda.retrieveCommands().queue(present -> {
            if (isRegistered(present, wanted)) {
                LOG.debug("Discord has our commands already");
                return;
            }
            jda.updateCommands()
                    .addCommands(wanted)
                    .queue(
                            done -> LOG.info("registered /{} with Discord", wanted.getName()),
                            failure -> LOG.warn("Discord did not take our commands: {}", failure.toString()));
        });
    }

    private static boolean isRegistered(List<Command> present, SlashCommandData wanted) {
        return present.size() == 1
                && DiscordCommands.fingerprint(SlashCommandData.fromCommand(present.getFirst()))
                        .equals(DiscordCommands.fingerprint(wanted));
    }

    JDA jda() {
        JDA current = jda;
        if (current == null) {
            throw new ChatException(Kind.UNAVAILABLE, "not connected to Discord", null);
        }
        return current;
    }

    boolean connected() {
        JDA current = jda;
        return current != null && current.getStatus() == JDA.Status.CONNECTED;
    }

    private DiscordWatchdog.State state() {
        if (jda == null) {
            return DiscordWatchdog.State.ABSENT;
        }
        return connected() ? DiscordWatchdog.State.CONNECTED : DiscordWatchdog.State.AWAY;
    }

    private synchronized void rebuild() {
        JDA old = jda;
        jda = null;
        if (old != null) {
            old.shutdownNow();
        }
        try {
            connect(requireNonNull(inbound));
        } catch (ChatException failure) {
            LOG.warn("not connected to Discord, trying again: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        // First of all, and outside the lock: it may be waiting for a new connection at this moment.
        watchdog.close();
        disconnect();
    }

    private synchronized void disconnect() {
        JDA current = jda;
        jda = null;
        if (current != null) {
            current.shutdown();
            try {
                if (!current.awaitShutdown(CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                    current.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                current.shutdownNow();
            }
        }
    }

    /** How the first connection ended: ready, or closed for good with a reason. */
    private static final class Outcome implements EventListener {
        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

        @Override
        public void onEvent(GenericEvent event) {
            switch (event) {
                case ReadyEvent done -> ready.complete(true);
                case ShutdownEvent end -> ready.completeExceptionally(refused(reason(end.getCloseCode())));
                default -> {}
            }
        }

        private static String reason(@Nullable CloseCode code) {
            return switch (code) {
                case AUTHENTICATION_FAILED -> "Discord does not accept the bot token; check discord.token";
                case DISALLOWED_INTENTS ->
                    "Discord does not grant an intent; enable it on the Bot page of the developer portal";
                case null -> "the connection to Discord was shut down";
                default -> "Discord closed the connection for good: " + code.getCode() + " " + code.getMeaning();
            };
        }
    }
}
