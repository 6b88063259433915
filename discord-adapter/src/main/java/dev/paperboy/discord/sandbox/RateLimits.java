package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord's limits on requests: 50 a second over everything but interaction endpoints, five messages in five seconds
 * and four reactions a second in a channel.
 */
final class RateLimits {
    private record Limit(String name, int most, long window) {}

    private static final Limit GLOBAL =
            new Limit("global", 50, Duration.ofSeconds(1).toNanos());
    private static final Map<String, Limit> BUCKETS = Map.of(
            "POST /channels/{channel_id}/messages",
            new Limit("messages", 5, Duration.ofSeconds(5).toNanos()),
            "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me",
            new Limit("reactions", 1, Duration.ofMillis(250).toNanos()));

    private final SandboxPace pace;
    private final Map<String, Deque<Long>> hits = new HashMap<>();

    RateLimits(SandboxPace pace) {
        this.pace = pace;
    }

    /** A 429 when the request is one too many, null when it may pass. */
    synchronized @Nullable Answer refuse(Call call) {
        if (call.route().startsWith("/webhooks") || call.route().startsWith("/interactions")) {
            return null;
        }
        Limit bucket = BUCKETS.get(call.name());
        long wait = bucket == null ? 0 : wait(key(bucket, call), bucket);
        if (wait > 0) {
            return tooMany(wait, "user");
        }
        wait = wait("global", GLOBAL);
        return wait > 0 ? tooMany(wait, "global") : null;
    }

    /** What a route with a bucket tells about it. */
    synchronized Map<String, String> headers(Call call) {
        Limit bucket = BUCKETS.get(call.name());
        if (bucket == null) {
            return Map.of();
        }
        Deque<Long> times = hits.getOrDefault(key(bucket, call), new ArrayDeque<>());
        long now = pace.ticker().getAsLong();
        double reset = times.isEmpty() ? 0 : Math.max(0, times.getFirst() + bucket.window() - now) / 1e9;
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(bucket.most()),
                "X-RateLimit-Remaining", Integer.toString(Math.max(0, bucket.most() - times.size())),
                "X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", reset),
                "X-RateLimit-Bucket", bucket.name());
    }

    private long wait(String key, Limit limit) {
        long now = pace.ticker().getAsLong();
        Deque<Long> times = hits.computeIfAbsent(key, unseen -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() >= limit.window()) {
            times.removeFirst();
        }
        if (times.size() >= limit.most()) {
            return times.getFirst() + limit.window() - now;
        }
        times.addLast(now);
        return 0;
    }

    private static String key(Limit bucket, Call call) {
        return bucket.name() + "/" + call.parameter("channel_id");
    }

    private static Answer tooMany(long wait, String scope) {
        return tooMany(Duration.ofNanos(wait), scope, true);
    }

    /** A 429 with whole seconds in its header, as Discord sends it; without Via as Cloudflare does. */
    static Answer tooMany(Duration wait, String scope, boolean via) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (!via) {
            return new Answer(429, null, Map.of("Retry-After", Long.toString(seconds)));
        }
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", wait.toMillis() / 1000.0)
                .put("global", scope.equals("global"));
        Map<String, String> headers = new HashMap<>(
                Map.of("Via", "1.1 google", "Retry-After", Long.toString(seconds), "X-RateLimit-Scope", scope));
        if (scope.equals("global")) {
            headers.put("X-RateLimit-Global", "true");
        }
        return new Answer(429, body, headers);
    }
}
