package dev.paperboy.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.MessageRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to Slack of this process. Whoever opens it keeps the process alive: in HTTP mode all its threads are
 * daemons, and a WebSocket's own thread ends with the socket.
 */
public final class SlackConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackConnection.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /**
     * Bolt's own would ask auth.test once more, take a busy Slack for a wrong token, and check signatures that
     * {@link SlackRequests} has checked.
     */
    private static final List<Middleware> NO_MIDDLEWARE = List.of();

    private final SlackAccess access;
    private final SlackClient client;
    private final Optional<SlackRequests> requests;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean expelled = new AtomicBoolean();

    private volatile @Nullable SlackInbound inbound;
    private volatile @Nullable App app;
    private volatile @Nullable SlackIdentity identity;
    private volatile @Nullable SlackSocket socket;

    /**
     * A connection yet to be opened.
     *
     * @param clock tells the age of signed requests: real time, whatever time the rest of the bot lives in
     */
    public SlackConnection(SlackAccess access, InstantSource clock) {
        this(access, clock, new SlackClient(access));
    }

    SlackConnection(SlackAccess access, InstantSource clock, SlackClient client) {
        this.access = access;
        this.client = client;
        this.requests = switch (access.transport()) {
            case SlackAccess.SignedHttp http -> Optional.of(new SlackRequests(http.signingSecret(), clock));
            case SlackAccess.Socket socketMode -> Optional.empty();
        };
    }

    SlackClient client() {
        return client;
    }

    /** Where an HTTP server hands Slack's requests in; empty in Socket Mode. */
    public Optional<SlackRequests> requests() {
        return requests;
    }

    /**
     * Connects and begins to listen. Trouble that passes (Slack unreachable, too many calls) is retried in the
     * background with growing waits; {@link SlackSurface#connected()} tells when it is over.
     *
     * @throws ChatException of kind {@code REFUSED} if Slack takes the tokens for void
     */
    void open(SlackInbound listener) {
        inbound = listener;
        Optional<Duration> wait = connect(listener, FIRST_WAIT);
        wait.ifPresent(first -> Thread.ofVirtual().name("slack-connect").start(() -> keepTrying(listener, first)));
    }

    private void keepTrying(SlackInbound listener, Duration first) {
        try {
            Optional<Duration> wait = Optional.of(first);
            while (wait.isPresent() && !closed.await(wait.get().toMillis(), TimeUnit.MILLISECONDS)) {
                Duration longer = wait.get().multipliedBy(2);
                wait = connect(listener, longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ChatException e) {
            log.error("Slack refused the connection for good", e);
        }
    }

    /** What a defect of ours or of Bolt does once it may do again, but it is no reason to stay away for good. */
    private Optional<Duration> connect(SlackInbound listener, Duration otherwise) {
        try {
            return tryToConnect(listener, otherwise);
        } catch (ChatException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("not connected to Slack yet, next attempt in {} s", otherwise.toSeconds(), e);
            return Optional.of(otherwise);
        }
    }

    /** Tries to connect; empty when it is done, else how long to wait before the next attempt. */
    private Optional<Duration> tryToConnect(SlackInbound listener, Duration otherwise) {
        try {
            App made = app(listener);
            switch (access.transport()) {
                case SlackAccess.SignedHttp http -> requests.ifPresent(door -> door.serve(made));
                case SlackAccess.Socket(String appToken) -> {
                    // Slack repeats an event for some minutes at most, and nobody knows how long the gap was.
                    Runnable catchUp = () -> listener.readReactionsAgain(client, Objects.requireNonNull(identity));
                    socket = SlackSocket.open(client, appToken, made, catchUp);
                }
            }
            if (closed.getCount() == 0) {
                hangUp(); // closed while it was opening
            } else {
                // Only now: what happens from here on comes as events.
                listener.readReactionsAgain(client, Objects.requireNonNull(identity));
            }
            return Optional.empty();
        } catch (ChatException e) {
            if (e.kind() == ChatException.Kind.REFUSED || e.kind() == ChatException.Kind.MALFORMED) {
                throw e;
            }
            Duration wait = e.retryAfter().orElse(otherwise);
            log.warn("not connected to Slack yet, next attempt in {} s: {}", wait.toSeconds(), e.getMessage());
            return Optional.of(wait);
        }
    }

    private App app(SlackInbound listener) {
        App known = app;
        if (known != null) {
            return known;
        }
        AuthTestResponse us = client.authTest();
        SlackIdentity ours = new SlackIdentity(us.getTeamId(), us.getUserId());
        App made = new App(
                AppConfig.builder()
                        .slack(client.slack())
                        .singleTeamBotToken(access.botToken())
                        .allEventsApiAutoAckEnabled(true)
                        .unmatchedRequestHandler(request -> Response.ok())
                        .build(),
                NO_MIDDLEWARE);
        listener.register(made, client, ours, this::expelled);
        made.start();
        identity = ours;
        app = made;
        log.info("Slack knows us as {} in workspace {}", us.getUser(), us.getTeam());
        return made;
    }

    /** Reads the reactions under a message in the background, if Slack has told us by now who we are. */
    void readReactions(MessageRef message) {
        SlackInbound listener = inbound;
        SlackIdentity ours = identity;
        if (listener != null && ours != null) {
            listener.readReactions(client, ours, message);
        }
    }

    /** Told more than once when somebody uninstalls the app: its tokens are revoked too. */
    private void expelled(String how) {
        if (!expelled.getAndSet(true)) {
            log.error("Slack: {}. Nothing comes in or goes out until it is installed again, with its new token", how);
        }
    }

    /** Where the app is installed; nowhere after it was uninstalled. */
    Optional<String> workspace() {
        SlackIdentity ours = identity;
        if (ours == null) {
            throw new ChatException(ChatException.Kind.UNAVAILABLE, "not connected to Slack yet", null);
        }
        return expelled.get() ? Optional.empty() : Optional.of(ours.team());
    }

    /** Whether commands and reactions reach us at this moment; in Socket Mode asks the connection, for up to 3 s. */
    boolean connected() {
        SlackSocket open = socket;
        return !expelled.get()
                && switch (access.transport()) {
                    case SlackAccess.SignedHttp http -> requests.orElseThrow().isServing();
                    case SlackAccess.Socket socketMode -> open != null && open.isAlive();
                };
    }

    /** Stops listening, gives running answers some seconds to end, and disconnects. */
    @Override
    public void close() {
        closed.countDown();
        hangUp();
        SlackInbound listener = inbound;
        if (listener != null) {
            listener.finish();
        }
        client.close();
    }

    private void hangUp() {
        requests.ifPresent(SlackRequests::stopServing);
        SlackSocket open = socket;
        if (open != null) {
            open.close();
        }
    }
}
