package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.PaperboyBot;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.discord.DiscordAccess;
import dev.paperboy.discord.DiscordCommands;
import dev.paperboy.discord.DiscordConnection;
import dev.paperboy.discord.DiscordInbound;
import dev.paperboy.discord.DiscordRenderer;
import dev.paperboy.discord.DiscordSurface;
import java.time.InstantSource;
import java.util.Map;

/** Discord, wired to the bot. */
final class DiscordLink implements PlatformLink {

    private final DiscordConnection connection;
    private final DiscordSurface surface;
    private final DiscordInbound inbound;

    /** The age of interactions is told by real time, whatever the bot's clock says: JDA does no other. */
    DiscordLink(Settings.Discord settings, Secret token, PaperboyBot bot, RequestKeys keys) {
        DiscordRenderer renderer = new DiscordRenderer(keys);
        connection = new DiscordConnection(
                new DiscordAccess(settings.restUrl(), settings.gatewayUrl(), token.value()), InstantSource.system());
        surface = new DiscordSurface(connection, renderer, InstantSource.system());
        inbound = new DiscordInbound(bot, new DiscordCommands(bot.catalogue()), renderer);
    }

    @Override
    public String name() {
        return "Discord";
    }

    /** Where the bot speaks unasked. */
    ChatSurface surface() {
        return surface;
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
        return Map.of("discord interactions", connection.interactionStats());
    }

    @Override
    public void close() {
        surface.close();
    }
}
