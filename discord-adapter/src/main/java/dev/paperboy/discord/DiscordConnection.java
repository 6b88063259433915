package dev.paperboy.discord;

import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private final String token;
    private final DiscordAddress address;
    private final DiscordWatchdog watchdog;
    private @Nullable DiscordInbound inbound;
    private volatile @Nullable JDA jda;

    /** A connection yet to be opened. */
    public DiscordConnection(String token, DiscordAddress address) {
        this(token, address, DiscordWatchdog.Patience.USUAL);
    }

    DiscordConnection(String token, DiscordAddress address, DiscordWatchdog.Patience patience) {
        this.token = token;
        this.address = address;
        this.watchdog = new DiscordWatchdog(this::connected, this::rebuild, patience);
    }

    synchronized void open(DiscordInbound events) {
        if (inbound != null) {
            throw new IllegalStateException("already open");
        }
        // Titles are foreign text: without this JDA lets @everyone and roles through.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        inbound = events;
        jda = connect(events);
        watchdog.start();
        register(jda(), events.commands());
    }

    private JDA connect(DiscordInbound events) {
        DiscordThreads threads = new DiscordThreads();
        Outcome outcome = new Outcome();
        JDA built = null;
        try {
            built = builder(threads)
                    .addEventListeners(outcome, events, watchdog)
                    .build();
            outcome.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return built;
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
            throw gone(built, threads, unavailable("Discord cannot be reached at " + address.rest(), failure));
        }
    }

    private JDABuilder builder(DiscordThreads threads) {
        JDABuilder builder = JDABuilder.createLight(token, GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(address.rest().toString()))
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(64)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return address.gateway().toString();
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

    private synchronized void rebuild() {
        DiscordInbound events = inbound;
        JDA old = jda;
        if (events == null || old == null) {
            return;
        }
        old.shutdownNow();
        try {
            jda = connect(events);
        } catch (CompletionException | ChatException failure) {
            LOG.warn("could not rebuild the connection to Discord, trying again later: {}", failure.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        watchdog.close();
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
