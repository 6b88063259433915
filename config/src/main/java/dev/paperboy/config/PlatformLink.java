package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Map;

/** One chat platform, wired to the bot: started, asked how it is, and closed. */
interface PlatformLink extends AutoCloseable {

    /** As people write it. */
    String name();

    /**
     * Connects; what fails for now goes on being tried in the background.
     *
     * @throws dev.paperboy.chat.ChatException if the platform does not take the tokens
     */
    void start();

    /** Whether commands and reactions reach us at this moment. */
    boolean connected();

    /** How often each cache had the answer already, by name. */
    Map<String, CacheStats> cacheStats();

    /** Takes nothing more in, lets running answers end, and disconnects. */
    @Override
    void close();
}
