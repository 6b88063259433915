package dev.paperboy.config;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.slack.SlackRequests;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What others call over HTTP: the health check, the numbers, and Slack in its HTTP mode. */
final class HttpEndpoint implements AutoCloseable {

    /** Slack's own requests are smaller; {@link SlackRequests} refuses what is larger with a reason. */
    private static final long LARGEST_REQUEST = 2L << 20;

    private static final double PERCENT = 100;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String host;
    private final int wantedPort;
    private final Vitals vitals;
    /** Whoever asks often shall not make us ask the platforms as often. */
    private final LoadingCache<String, Map<String, Boolean>> connected;

    private final Javalin server;

    HttpEndpoint(String host, int port, Vitals vitals, Optional<SlackRequests> slack) {
        this.host = host;
        this.wantedPort = port;
        this.vitals = vitals;
        this.connected = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> vitals.connected());
        this.server = Javalin.create(config -> configure(config, slack));
    }

    private void configure(JavalinConfig config, Optional<SlackRequests> slack) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.routes.get("/healthz", this::health);
        config.routes.get("/stats", this::stats);
        slack.ifPresent(requests -> config.routes.post("/slack/events", ctx -> slack(requests, ctx)));
    }

    /**
     * Begins to listen.
     *
     * @throws InUse if another program has the port
     * @throws BadInput if this machine has no such address
     */
    void start() {
        String where = "cannot listen on " + host + ":" + wantedPort + " (http.host, http.port)";
        try {
            server.start(host, wantedPort);
        } catch (JavalinBindException taken) {
            throw new InUse(where + ": is the port taken?", taken);
        } catch (RuntimeException e) {
            throw new BadInput(where + ": check the address", e);
        }
    }

    int port() {
        return server.port();
    }

    private void health(Context ctx) {
        Map<String, Boolean> platforms = connected.get("all");
        boolean well = !platforms.containsValue(false);
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("status", well ? "ok" : "degraded");
        platforms.forEach(answer::put);
        ctx.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(ctx, answer);
    }

    private void stats(Context ctx) {
        ObjectNode answer = JsonMapper.shared()
                .createObjectNode()
                .put("papers", vitals.papers())
                .put("embedded", vitals.embedded())
                .put("renewing", vitals.outdated())
                .put("damaged", vitals.damaged());
        ObjectNode caches = answer.putObject("caches");
        vitals.cacheStats().forEach((name, stats) -> cache(caches.putObject(name), stats));
        json(ctx, answer);
    }

    private static void cache(ObjectNode node, CacheStats stats) {
        node.put("requests", stats.requestCount());
        node.put("hits", stats.hitCount());
        node.put("hitPercent", Math.round(stats.hitRate() * PERCENT));
        node.put("evictions", stats.evictionCount());
    }

    private static void json(Context ctx, ObjectNode answer) {
        ctx.contentType("application/json").result(answer.toString());
    }

    private static void slack(SlackRequests requests, Context ctx) {
        Map<String, List<String>> headers = Collections.list(ctx.req().getHeaderNames()).stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> Collections.list(ctx.req().getHeaders(name)),
                        (one, same) -> one,
                        HashMap::new));
        SlackRequests.Answer answer = requests.handle(ctx.bodyAsBytes(), headers);
        answer.headers().forEach(ctx::header);
        ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    @Override
    public void close() {
        server.stop();
    }
}
