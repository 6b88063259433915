package dev.paperboy.config.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** How much is logged: warnings from everybody; more from our own packages when a bot runs or somebody debugs. */
final class Logging {

    private static final String OURS = "dev.paperboy";

    private Logging() {}

    static void start(boolean debug) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (debug) {
            logger().setLevel(Level.DEBUG);
        }
    }

    /** For commands that stay: what happens is worth a line. */
    static void showProgress() {
        if (!logger().isDebugEnabled()) {
            logger().setLevel(Level.INFO);
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(OURS);
    }
}
