package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.trending.Trending;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a running bot is, for whoever watches it. */
public final class Vitals {

    private final List<PlatformLink> platforms;
    private final LucenePaperIndex index;
    private final Trending trending;

    Vitals(List<PlatformLink> platforms, LucenePaperIndex index, Trending trending) {
        this.platforms = List.copyOf(platforms);
        this.index = index;
        this.trending = trending;
    }

    /** Whether each platform's commands and reactions reach us at this moment; may ask the platforms, for seconds. */
    public Map<String, Boolean> connected() {
        Map<String, Boolean> connected = new TreeMap<>();
        platforms.forEach(link -> connected.put(link.name().toLowerCase(Locale.ROOT), link.connected()));
        return connected;
    }

    /** How many papers can be found. */
    public int papers() {
        return index.size();
    }

    /** How many of them are found by meaning too, and not by their words alone. */
    public int embedded() {
        return index.embedded();
    }

    /** How many of them an older version wrote in another form, and are being renewed. */
    public int outdated() {
        return index.outdated();
    }

    /** Whether the index was found to be damaged since it was opened. */
    public boolean damaged() {
        return index.isDamaged();
    }

    /** How often each cache had the answer already, by name. */
    public Map<String, CacheStats> cacheStats() {
        Map<String, CacheStats> stats = new TreeMap<>(index.cacheStats());
        stats.put("trending", trending.cacheStats());
        platforms.forEach(link -> stats.putAll(link.cacheStats()));
        return stats;
    }
}
