package dev.paperboy.config;

import java.net.URI;
import java.util.Optional;

/**
 * How Slack is reached.
 *
 * @param botToken {@code xoxb-…}; empty for no Slack
 * @param appToken {@code xapp-…}, needed for {@link Mode#SOCKET}
 * @param signingSecret needed for {@link Mode#HTTP}
 * @param mode who calls whom
 * @param apiUrl where the Web API is
 */
public record SlackSettings(
        Optional<Secret> botToken, Optional<Secret> appToken, Optional<Secret> signingSecret, Mode mode, URI apiUrl) {

    /** How events arrive. */
    public enum Mode {
        /** Over a WebSocket that Paperboy opens. */
        SOCKET,
        /** As signed HTTP requests to Paperboy. */
        HTTP
    }

    public SlackSettings {
        Addresses.check("api-url", apiUrl, "https", "http");
        apiUrl = Addresses.asFolder(apiUrl);
        if (botToken.isPresent() && mode == Mode.SOCKET && appToken.isEmpty()) {
            throw new BadValue("app-token", "is missing; mode socket needs it beside bot-token");
        }
        if (botToken.isPresent() && mode == Mode.HTTP && signingSecret.isEmpty()) {
            throw new BadValue("signing-secret", "is missing; mode http needs it beside bot-token");
        }
        if (botToken.isEmpty() && (appToken.isPresent() || signingSecret.isPresent())) {
            throw new BadValue("bot-token", "is missing, though another Slack secret is set");
        }
    }

    public boolean isConfigured() {
        return botToken.isPresent();
    }
}
