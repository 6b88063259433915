package dev.paperboy.discord;

import java.net.URI;
import java.util.Set;

/**
 * Where Discord is: both URLs in one value, because JDA's REST base does not move its gateway. Either both are
 * encrypted, or both are plain and on this machine.
 *
 * @param rest base of the REST API, ending with {@code /}
 * @param gateway where the WebSocket connects
 */
public record DiscordAddress(URI rest, URI gateway) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Discord itself. */
    public static final DiscordAddress DISCORD =
            new DiscordAddress(URI.create("https://discord.com/api/v10/"), URI.create("wss://gateway.discord.gg/"));

    /** @throws IllegalArgumentException for a mixed pair, or plain text that would leave this machine */
    public DiscordAddress {
        boolean encrypted = "https".equals(rest.getScheme()) && "wss".equals(gateway.getScheme());
        boolean plain = "http".equals(rest.getScheme()) && "ws".equals(gateway.getScheme());
        if (!encrypted && !plain) {
            throw new IllegalArgumentException(
                    "Discord's REST and gateway URLs must be https and wss, or http and ws, not " + rest + " and "
                            + gateway);
        }
        if (isLoopback(rest) != isLoopback(gateway)) {
            throw new IllegalArgumentException(
                    "Discord's REST and gateway URLs must point to the same side, not " + rest + " and " + gateway);
        }
        if (plain && !isLoopback(rest)) {
            throw new IllegalArgumentException("Plain http and ws are for this machine only, not " + rest);
        }
        if (!rest.getPath().endsWith("/")) {
            throw new IllegalArgumentException("Discord's REST URL must end with a slash: " + rest);
        }
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
