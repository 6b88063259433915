package dev.paperboy.discord.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request and what came back.
 *
 * @param route path template with the parameter names of Discord's OpenAPI, without {@code /api/v10}
 * @param request the JSON body, null without one
 * @param status 0 when the connection was closed without a reply
 */
public record Exchange(
        Instant at,
        String method,
        String path,
        String route,
        @Nullable JsonNode request,
        int status,
        @Nullable JsonNode response) {}
