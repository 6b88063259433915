package dev.paperboy.discord;

import java.net.URI;
import java.util.Set;

/**
 * Where Discord is, and the key to it. Both URLs stand in one value, because JDA's REST base does not move its gateway: either both
 * are encrypted, or both are plain and on this machine.
 *
 * @param restUrl base of the REST API with version and trailing slash; {@link #REST} but for tests and the sandbox
 * @param gatewayUrl where the WebSocket connects; {@link #GATEWAY} but for tests and the sandbox
 * @param token the bot's token
 */
public record DiscordAccess(URI restUrl, URI gatewayUrl, String token) {
    /** The real Discord's REST API. */
    public static final URI REST = URI.create("https://discord.com/api/v10/");

    /** The real Discord's gateway. */
    public static final URI GATEWAY = URI.create("wss://gateway.discord.gg/");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException for a mixed pair, or plain text that would leave this machine */
    public DiscordAccess {
        boolean encrypted = "https".equals(restUrl.getScheme()) && "wss".equals(gatewayUrl.getScheme());
        boolean plain = "http".equals(restUrl.getScheme()) && "ws".equals(gatewayUrl.getScheme());
        String both = restUrl + " and " + gatewayUrl;
        if (!encrypted && !plain) {
            throw new IllegalArgumentException(
                    "the Discord addresses must be https and wss, or http and ws on loopback: " + both);
        }
        if (isLoopback(restUrl) != isLoopback(gatewayUrl)) {
            throw new IllegalArgumentException("the Discord addresses must be both on loopback or neither: " + both);
        }
        if (plain && !isLoopback(restUrl)) {
            throw new IllegalArgumentException("plain http and ws to Discord are for loopback only: " + both);
        }
        if (!restUrl.getPath().endsWith("/")) {
            throw new IllegalArgumentException("the Discord API address must end in a slash: " + restUrl);
        }
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    @Override
    public String toString() {
        return "DiscordAccess[restUrl=" + restUrl + ", gatewayUrl=" + gatewayUrl + ", token=***]";
    }
}
