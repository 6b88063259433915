package dev.paperboy.config;

import java.net.URI;
import java.util.Optional;

/**
 * How Discord is reached.
 *
 * @param token the bot's token; empty for no Discord
 * @param restUrl where its REST calls go
 * @param gatewayUrl where its WebSocket goes
 */
public record DiscordSettings(Optional<Secret> token, URI restUrl, URI gatewayUrl) {

    public DiscordSettings {
        Addresses.check("rest-url", restUrl, "https", "http");
        Addresses.check("gateway-url", gatewayUrl, "wss", "ws");
        if (Addresses.isLoopback(restUrl) != Addresses.isLoopback(gatewayUrl)) {
            throw new BadValue(
                    "gateway-url",
                    "and rest-url must both be on this machine or both elsewhere, or a token would go to the wrong one");
        }
        restUrl = Addresses.asFolder(restUrl);
        gatewayUrl = Addresses.asFolder(gatewayUrl);
    }

    public boolean isConfigured() {
        return token.isPresent();
    }
}
