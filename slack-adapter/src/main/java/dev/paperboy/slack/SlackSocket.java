package dev.paperboy.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.request.EventsApiEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Socket Mode connection. Bolt renews it when it is refreshed, cut or silent, looking every five seconds.
 *
 * <p>Bolt's own {@code SocketModeApp} is passed by: it asks Slack for two addresses at the start and throws the first
 * away, though Slack promises one a minute; when it gets the first and not the second, it leaves a client behind that
 * opens a connection nobody listens on; and it says why in prose alone.
 */
final class SlackSocket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
    private static final int OK = 200;
    /** Bolt waits 3 s for a pong; the rest is for the new connection that it may open then. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final App app;
    private final SocketModeClient client;
    private final SocketModeRequestParser parser;
    private final Runnable onReplaced;
    private final AtomicBoolean greeted = new AtomicBoolean();

    private SlackSocket(SocketModeClient client, App app, Runnable onReplaced) {
        this.onReplaced = onReplaced;
        this.app = app;
        this.client = client;
        this.parser = new SocketModeRequestParser(app.config());
    }

    /**
     * Opens the connection; if only the WebSocket is refused, Bolt keeps trying by itself.
     *
     * @param onReplaced called when a further connection has taken the place of one before; must not block
     * @throws ChatException if Slack gives out no address to connect to
     */
    static SlackSocket open(SlackClient slack, String appToken, App app, Runnable onReplaced) {
        String address = slack.openConnection(appToken);
        SlackSocket socket = new SlackSocket(client(slack, appToken, address), app, onReplaced);
        try {
            socket.connect();
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw new ChatException(Kind.UNAVAILABLE, "Socket Mode did not start", e);
        }
    }

    private static SocketModeClient client(SlackClient slack, String appToken, String address) {
        try {
            return new SocketModeClientJavaWSImpl(slack.slack(), appToken, address);
        } catch (URISyntaxException e) {
            throw new ChatException(Kind.UNAVAILABLE, "Slack gave out an address that is none", e);
        }
    }

    private void connect() throws IOException {
        client.addWebSocketMessageListener(this::take);
        client.connect();
    }

    /**
     * Bolt hands messages over one after the other. Events wait for their effect, and each on a thread of its own;
     * commands and clicks only give their work away, so nothing can hold up their acknowledgement.
     */
    private void take(String message) {
        SocketModeRequest request = parser.parse(message);
        if (request == null) {
            if (isHello(message) && greeted.getAndSet(true)) {
                onReplaced.run();
            }
            return; // the rest Bolt itself sees to
        }
        if (request.getEnvelope().getType().equals(EventsApiEnvelope.TYPE)) {
            Thread.ofVirtual().name("slack-event").start(() -> answer(request));
        } else {
            answer(request);
        }
    }

    private static boolean isHello(String message) {
        return SlackJson.type(message).equals("hello");
    }

    /** Without an acknowledgement Slack sends an event again. */
    private void answer(SocketModeRequest request) {
        try {
            Response response = app.run(request.getBoltRequest());
            if (response.getStatusCode() == OK) {
                client.sendSocketModeResponse(
                        new AckResponse(request.getEnvelope().getEnvelopeId()));
            }
        } catch (Exception e) {
            log.warn("could not acknowledge what came from Slack", e);
        }
    }

    boolean isAlive() {
        return client.verifyConnection();
    }

    @Override
    public void close() {
        try {
            letMonitorEnd();
            client.setMessageQueue(new HangUp(client));
            client.close();
        } catch (InterruptedException e) {
            hangUpNow();
        } catch (IOException e) {
            log.warn("Slack's connection did not close cleanly", e);
        }
    }

    /** Whoever is interrupted while closing wants to be done, but leaves no connection behind. */
    private void hangUpNow() {
        try {
            client.setMessageQueue(new HangUp(client));
            client.close();
        } catch (IOException e) {
            log.warn("Slack's connection did not close cleanly", e);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Bolt takes an interruption of its monitor's look at the connection for a broken connection and opens another. Nobody
     * would answer on that one, yet Slack would send it commands.
     */
    private void letMonitorEnd() throws InterruptedException {
        client.setAutoReconnectEnabled(false);
        Optional<ScheduledExecutorService> monitor = client.getSessionMonitorExecutor();
        if (monitor.isPresent()) {
            monitor.get().shutdown();
            if (!monitor.get().awaitTermination(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Bolt is still looking at a connection that is to be closed");
            }
        }
    }

    /**
     * Where the messages of a closed client go. Bolt cannot close a connection that is only just being opened; Slack's
     * first message, its hello, tells that it has come about.
     */
    private record HangUp(SocketModeClient client) implements SocketModeMessageQueue {
        @Override
        public void add(String message) {
            try {
                client.disconnect();
            } catch (IOException e) {
                log.warn("a late connection to Slack did not close cleanly", e);
            }
        }

        @Override
        public @Nullable String poll() {
            return null;
        }
    }
}
