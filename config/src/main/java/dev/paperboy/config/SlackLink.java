package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.command.Request;
import dev.paperboy.library.SavedCommand;
import dev.paperboy.slack.SlackAccess;
import dev.paperboy.slack.SlackCommands;
import dev.paperboy.slack.SlackConnection;
import dev.paperboy.slack.SlackInbound;
import dev.paperboy.slack.SlackRenderer;
import dev.paperboy.slack.SlackRequests;
import dev.paperboy.slack.SlackSurface;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Slack, wired to the bot. */
final class SlackLink implements PlatformLink {

    private final SlackConnection connection;
    private final SlackSurface surface;
    private final SlackInbound inbound;

    /** The age of signed requests is told by real time, whatever the bot's clock says. */
    SlackLink(Settings.Slack settings, Secret botToken, PaperboyBot bot, RequestKeys keys) {
        SlackRenderer renderer = new SlackRenderer(keys);
        connection = new SlackConnection(
                new SlackAccess(settings.apiUrl(), botToken.value(), transport(settings)), InstantSource.system());
        surface = new SlackSurface(connection, renderer);
        inbound = new SlackInbound(bot, new SlackCommands(bot.catalogue()), renderer, Request.of(SavedCommand.SPEC));
    }

    private static SlackAccess.Transport transport(Settings.Slack settings) {
        return switch (settings.mode()) {
            case SOCKET ->
                new SlackAccess.Socket(settings.appToken().orElseThrow().value());
            case HTTP ->
                new SlackAccess.SignedHttp(
                        settings.signingSecret().orElseThrow().value());
        };
    }

    @Override
    public String name() {
        return "Slack";
    }

    /** Where the bot speaks unasked. */
    ChatSurface surface() {
        return surface;
    }

    /** Where an HTTP server hands Slack's requests in; empty in Socket Mode. */
    Optional<SlackRequests> requests() {
        return connection.requests();
    }

    @Override
    public void start() {
        surface.start(inbound);
    }

    @Override
    public boolean connected() {
        return surface.connected();
    }

    @Override
    public Map<String, CacheStats> cacheStats() {
        return Map.of("slack reactions", inbound.reactionStats());
    }

    @Override
    public void close() {
        surface.close();
    }
}
