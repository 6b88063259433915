package dev.paperboy.slack.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The sandbox's listening socket on 127.0.0.1, whose connections can be cut or left hanging half-open. */
final class Wire {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long IDLE_MILLIS = 600_000;

    private @Nullable ServerConnector connector;

    /** The connector through which a Jetty server listens on this wire. */
    ServerConnector listen(Server server, HttpConfiguration http, int port) {
        ServerConnector made = new FreezableConnector(server, http);
        made.setHost(LOOPBACK);
        made.setPort(port);
        made.setIdleTimeout(IDLE_MILLIS);
        connector = made;
        return made;
    }

    int port() {
        return connector().getLocalPort();
    }

    /** Cuts the TCP connection with this peer without another byte. */
    void cut(SocketAddress peer) {
        connector().getConnectedEndPoints().stream()
                .filter(end -> samePort(end.getRemoteSocketAddress(), peer))
                .forEach(end -> end.close(new IOException("cut on request")));
    }

    /** Leaves the TCP connection with this peer open, but lets nothing out and nothing in any more. */
    void freeze(SocketAddress peer) {
        connector().getConnectedEndPoints().stream()
                .filter(end -> samePort(end.getRemoteSocketAddress(), peer))
                .map(FreezableEndPoint.class::cast)
                .forEach(end -> end.frozen = true);
    }

    /** An end that has just been closed has no address any more. */
    private static boolean samePort(SocketAddress one, SocketAddress other) {
        return one instanceof InetSocketAddress here
                && other instanceof InetSocketAddress there
                && here.getPort() == there.getPort();
    }

    private ServerConnector connector() {
        return Objects.requireNonNull(connector, "the sandbox has not been started");
    }

    private static final class FreezableConnector extends ServerConnector {
        FreezableConnector(Server server, HttpConfiguration http) {
            super(server, new HttpConnectionFactory(http));
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            FreezableEndPoint end = new FreezableEndPoint(channel, selector, key, getScheduler());
            end.setIdleTimeout(getIdleTimeout());
            return end;
        }
    }

    /** An end that, once frozen, swallows what it should send and drops what it receives. */
    private static final class FreezableEndPoint extends SocketChannelEndPoint {
        private volatile boolean frozen;

        FreezableEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler timer) {
            super(channel, selector, key, timer);
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            if (!frozen) {
                return super.flush(buffers);
            }
            for (ByteBuffer buffer : buffers) {
                buffer.position(buffer.limit());
            }
            return true;
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int filled = super.fill(buffer);
            if (frozen && filled > 0) {
                buffer.limit(buffer.limit() - filled);
                return 0;
            }
            return filled;
        }
    }
}
