package dev.paperboy.config.sandbox;

import dev.paperboy.config.InUse;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Serves the page and the control API on 127.0.0.1, to this machine alone. */
final class PageServer implements AutoCloseable {

    private static final String PAGE = "/dev/paperboy/config/sandbox/page";
    /** A file of ten megabytes that somebody hands over, as base64. */
    private static final long LARGEST_CALL = 14 * 1024 * 1024;

    private final Javalin javalin;

    PageServer(ControlApi api, PageEvents events) {
        this.javalin = Javalin.create(config -> configure(config, api, events));
    }

    private static void configure(JavalinConfig config, ControlApi api, PageEvents events) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_CALL;
        config.jetty.host = "127.0.0.1";
        config.staticFiles.add(PAGE, Location.CLASSPATH);
        config.routes.before(new LocalOnly());
        config.routes.before(new PageHeaders());
        api.addTo(config.routes);
        config.routes.sse("/api/events", events::join);
    }

    /**
     * Listens at this port, or at a free one for 0.
     *
     * @throws InUse if something else listens there
     */
    PageServer start(int port) {
        try {
            javalin.start(port);
            return this;
        } catch (JavalinBindException taken) {
            throw inUse(port, taken);
        }
    }

    /** @throws InUse if something else listens there; said before anything slow begins */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw inUse(port, taken);
        }
    }

    private static InUse inUse(int port, Exception cause) {
        return new InUse("port " + port + " is in use; choose another with --port, or --port 0 for a free one", cause);
    }

    String url() {
        return "http://127.0.0.1:" + javalin.port() + "/";
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
