package dev.paperboy.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Socket Mode connection. Bolt renews it when it is refreshed, cut or silent, looking every five seconds. */
final class SlackSocket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
    /** Bolt's standard is one at a time, which lets one slow handler hold up every acknowledgement. */
    private static final int CONCURRENCY = 10;
    /** Bolt waits 3 s for a pong; the rest is for the new connection that it may open then. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final SocketModeApp app;

    private SlackSocket(SocketModeApp app) {
        this.app = app;
    }

    /**
     * Opens the connection; if only the WebSocket is refused, Bolt keeps trying by itself.
     *
     * @throws ChatException if Slack gives out no address to connect to
     */
    static SlackSocket open(String appToken, App app) {
        try {
            SocketModeApp socket =
                    new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
            socket.startAsync();
            return new SlackSocket(socket);
        } catch (IllegalStateException e) {
            throw new ChatException(Kind.REFUSED, "Slack refuses the app token: " + e.getMessage(), e);
        } catch (IOException | NullPointerException e) {
            // Bolt runs into a null of its own when apps.connections.open is answered with 429 or not at all.
            throw new ChatException(Kind.UNAVAILABLE, "Slack opens no connection", e);
        } catch (Exception e) {
            throw new ChatException(Kind.UNAVAILABLE, "Socket Mode did not start", e);
        }
    }

    boolean isAlive() {
        SocketModeClient client = app.getClient();
        return client != null && client.verifyConnection();
    }

    @Override
    public void close() {
        try {
            SocketModeClient client = app.getClient();
            if (client != null) {
                letMonitorEnd(client);
                client.setMessageQueue(new HangUp(client));
                client.close();
            }
            app.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("Slack's connection did not close cleanly", e);
        }
    }

    /**
     * Bolt takes an interruption of its monitor's look at the connection for a broken connection and opens another. Nobody
     * would answer on that one, yet Slack would send it commands.
     */
    private static void letMonitorEnd(SocketModeClient client) throws InterruptedException {
        client.setAutoReconnectEnabled(false);
        Optional<ScheduledExecutorService> monitor = client.getSessionMonitorExecutor();
        if (monitor.isPresent()) {
            monitor.get().shutdown();
            monitor.get().awaitTermination(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
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
