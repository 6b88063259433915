package dev.paperboy.config.sandbox;

/** Something else listens where the page should be. */
final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortInUse(int port) {
        super("port " + port + " is in use; choose another with --port, or --port 0 for a free one");
    }
}
