package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.schedule.LeaseKeeper;
import dev.paperboy.schedule.Leases;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Discord for one of several instances at a time: a second gateway session of the same shard would be told every event
 * too. The instance that has the lease is connected, registers the commands and posts; the others stand by, and one of
 * them goes on when that one dies.
 */
final class LeasedDiscordLink implements PlatformLink {

    /** Paperboy does not split its servers among several sessions. */
    private static final String SHARD = "shard 0";

    private static final int HASH_BYTES = 8;

    private final Supplier<DiscordLink> links;
    private final Function<ChatSurface, AutoCloseable> jobs;
    private final LeaseKeeper keeper;
    private volatile @Nullable DiscordLink link;

    /**
     * @param lease what {@link #lease} gives
     * @param clock the one by which leases are kept
     * @param links makes a new link each time
     * @param jobs starts what needs a connection to post, and gives what ends it
     */
    LeasedDiscordLink(
            Leases leases,
            LeaseKeeper.Lease lease,
            InstantSource clock,
            Supplier<DiscordLink> links,
            Function<ChatSurface, AutoCloseable> jobs) {
        this.links = links;
        this.jobs = jobs;
        this.keeper = new LeaseKeeper(leases, lease, clock, LeaseKeeper.Pace.USUAL, this::begin);
    }

    /** The lease of a bot's gateway, for an instance; several bots may share a store. */
    static LeaseKeeper.Lease lease(Secret token, String owner) {
        return new LeaseKeeper.Lease("Discord's gateway " + hash(token.value()) + " " + SHARD, owner);
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Jobs end before the connection does: none may begin to post when it is about to go. */
    private AutoCloseable begin() {
        Teardown parts = new Teardown();
        try {
            DiscordLink fresh = parts.add(links.get());
            fresh.start();
            parts.add(jobs.apply(fresh.surface()));
            link = fresh;
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
        return () -> {
            link = null;
            parts.close();
        };
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public void start() {
        keeper.start();
    }

    /** Where another instance has the lease, people reach that one. */
    @Override
    public boolean connected() {
        return current().map(DiscordLink::connected).orElseGet(keeper::isElsewhere);
    }

    @Override
    public Map<String, CacheStats> cacheStats() {
        return current().map(DiscordLink::cacheStats).orElse(Map.of());
    }

    private Optional<DiscordLink> current() {
        return Optional.ofNullable(link);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
