package dev.paperboy.slack;

import java.net.URI;

/**
 * Where Slack is, and the keys to it.
 *
 * @param apiUrl base address of the Web API with a trailing slash; {@link #SLACK} but for tests and the sandbox
 * @param botToken {@code xoxb-…}
 * @param transport how Slack reaches us
 */
public record SlackAccess(URI apiUrl, String botToken, Transport transport) {

    /** The real Slack. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    /** How Slack reaches us. */
    public sealed interface Transport {}

    /**
     * Over a WebSocket that we open.
     *
     * @param appToken {@code xapp-…} with the scope {@code connections:write}
     */
    public record Socket(String appToken) implements Transport {
        @Override
        public String toString() {
            return "Socket[appToken=***]";
        }
    }

    /**
     * By signed HTTP requests.
     *
     * @param signingSecret the app's signing secret
     */
    public record SignedHttp(String signingSecret) implements Transport {
        @Override
        public String toString() {
            return "SignedHttp[signingSecret=***]";
        }
    }

    public SlackAccess {
        if (!apiUrl.getPath().endsWith("/")) {
            throw new IllegalArgumentException("the Slack API address must end in a slash: " + apiUrl);
        }
        if (!"https".equals(apiUrl.getScheme()) && !isLoopback(apiUrl)) {
            throw new IllegalArgumentException("plain http to Slack is for loopback only: " + apiUrl);
        }
    }

    boolean isLoopback() {
        return isLoopback(apiUrl);
    }

    static boolean isLoopback(URI uri) {
        return "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost()) || "[::1]".equals(uri.getHost());
    }

    @Override
    public String toString() {
        return "SlackAccess[apiUrl=" + apiUrl + ", botToken=***, transport=" + transport + "]";
    }
}
