package dev.paperboy.discord;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.source.PassingTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
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
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.utils.IOUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one JDA of this process: built, watched, built anew when it is stuck, and taken down without a trace. */
public final class DiscordConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final Duration START = Duration.ofSeconds(45);

    /** For answers that are being worked on when the end comes; a process has some 25 s for its whole end. */
    private static final Duration ANSWERS = Duration.ofSeconds(8);

    /** For requests on their way; JDA itself would wait up to 30 s although none is left. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    /** The same while the bot goes on and nobody waits for the end. */
    private static final Duration REBUILD = Duration.ofSeconds(10);

    private final DiscordAccess access;
    private final DiscordFreshness freshness;
    private final DiscordStarts starts;
    private final DiscordWatchdog.Patience patience;
    private final DiscordWatchdog watchdog;
    private volatile @Nullable DiscordInbound inbound;
    private volatile @Nullable JDA jda;
    private volatile @Nullable String ended;

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
        this.starts = new DiscordStarts(clock);
        this.patience = patience;
        this.watchdog = new DiscordWatchdog(new Line(), patience);
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
            if (!starts.mayBegin()) {
                throw new IllegalStateException("no session with Discord is left for today");
            }
            built = builder(threads)
                    .addEventListeners(outcome, watchdog, freshness, listener.listener(freshness))
                    .build();
            outcome.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            jda = built;
            new DiscordRegistration(built, listener.commands().definition()).begin(patience.retry());
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
        JDABuilder builder = JDABuilder.createLight(
                        access.token(), GatewayIntent.GUILD_MESSAGE_REACTIONS, GatewayIntent.DIRECT_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(access.restUrl().toString()))
                .setHttpClientBuilder(IOUtil.newHttpClientBuilder()
                        .addInterceptor(new DiscordBanAlarm())
                        .addInterceptor(new DiscordPace(PassingTime.REAL)))
                .setEnableShutdownHook(false)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return access.gatewayUrl().toString();
                    }

                    // JDA asks here before every IDENTIFY; one that is not let through is never sent.
                    @Override
                    public void appendSession(SessionConnectNode node) {
                        if (starts.begin()) {
                            super.appendSession(node);
                        }
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

    JDA jda() {
        JDA current = jda;
        if (current == null || ended != null) {
            throw new ChatException(Kind.UNAVAILABLE, "not connected to Discord", null);
        }
        return current;
    }

    boolean connected() {
        JDA current = jda;
        return current != null && current.getStatus() == JDA.Status.CONNECTED;
    }

    /**
     * The end of all attempts: a void token or a forbidden intent is cured by hand alone. The process stays, for the
     * other platform's sake; {@link #connected()} is false from now on, which the health page and the doctor tell.
     */
    private void end(String reason) {
        if (ended == null) {
            ended = reason;
            LOG.error("the connection to Discord has ended for good: {}; then start Paperboy anew", reason);
        }
    }

    /** What the watchdog watches. */
    private final class Line implements DiscordWatchdog.Watched {
        @Override
        public DiscordWatchdog.State state() {
            if (ended != null) {
                return DiscordWatchdog.State.ENDED;
            }
            if (jda == null) {
                return DiscordWatchdog.State.ABSENT;
            }
            return connected() ? DiscordWatchdog.State.CONNECTED : DiscordWatchdog.State.AWAY;
        }

        @Override
        public void drop() {
            disconnect(REBUILD);
        }

        @Override
        public void connect() {
            try {
                connectAnew();
            } catch (ChatException failure) {
                if (failure.kind() == Kind.REFUSED) {
                    end(String.valueOf(failure.getMessage()));
                } else {
                    LOG.warn("not connected to Discord, trying again: {}", failure.getMessage());
                }
            }
        }
    }

    private synchronized void connectAnew() {
        connect(requireNonNull(inbound));
    }

    /** Reads the reactions under a message in the background, if there is a connection. */
    void readReactions(MessageRef message) {
        DiscordInbound listener = inbound;
        JDA present = jda;
        if (listener != null && present != null) {
            listener.readReactions(present, message);
        }
    }

    /** Acknowledges nothing more, lets begun answers end, disconnects, and finishes the reactions that came till then. */
    @Override
    public void close() {
        // First of all, and outside the lock: it may be waiting for a new connection at this moment.
        watchdog.close();
        DiscordInbound listener = inbound;
        if (listener != null) {
            listener.stopAnswering();
            listener.finishAnswers(ANSWERS);
        }
        disconnect(CLOSE);
        if (listener != null) {
            listener.finishReactions();
        }
    }

    /** Takes the connection down; requests on their way, such as answers, have some time to end. */
    private synchronized void disconnect(Duration atMost) {
        JDA current = jda;
        jda = null;
        if (current == null) {
            return;
        }
        current.shutdown();
        try {
            if (!current.awaitShutdown(atMost.toSeconds(), TimeUnit.SECONDS)) {
                current.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            current.shutdownNow();
        }
    }

    /** How a connection came about, and how it ended: for now, or for good with a reason. */
    private final class Outcome implements EventListener {
        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

        @Override
        public void onEvent(GenericEvent event) {
            switch (event) {
                case ReadyEvent done -> ready.complete(true);
                case ShutdownEvent down -> closed(down.getCloseCode());
                default -> {}
            }
        }

        private void closed(@Nullable CloseCode code) {
            boolean whileConnecting = ready.completeExceptionally(refused(reason(code)));
            if (!whileConnecting && code != null && !code.isReconnect()) {
                end(reason(code));
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
