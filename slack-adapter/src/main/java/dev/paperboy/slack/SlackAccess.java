package dev.paperboy.slack;

import java.net.URI;
import java.util.Locale;

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

    /**
     * Whether it names this machine, by a literal address or as {@code localhost}; asks no name server. The settings
     * are checked by the same rule.
     */
    static boolean isLoopback(URI uri) {
        String host = hostOf(uri);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Whether Slack's own host, or loopback in tests, is behind an address that came in a payload. */
    boolean isSlack(URI target) {
        String host = hostOf(target);
        return isLoopback()
                ? isLoopback(target)
                : "https".equals(target.getScheme())
                        && (host.equals("slack.com") || host.endsWith(".slack.com") || host.equals(hostOf(apiUrl)));
    }

    private static String hostOf(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "SlackAccess[apiUrl=" + apiUrl + ", botToken=***, transport=" + transport + "]";
    }
}
