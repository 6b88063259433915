package dev.paperboy.config.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A bot that runs with this home folder's settings: is it well, and do its caches earn their place. */
final class RunningCheck {

    private static final String NAME = "running bot";

    private final PlatformCalls calls;
    private final URI base;

    RunningCheck(PlatformCalls calls, String host, int port) {
        this.calls = calls;
        this.base = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    Finding finding() {
        try {
            PlatformCalls.Answer health = calls.get(base.resolve("healthz"));
            JsonNode stats = calls.get(base.resolve("stats")).body();
            String caches = stats.path("caches").properties().stream()
                    .map(cache -> cache.getKey() + " "
                            + cache.getValue().path("hitPercent").asInt(0) + " % of "
                            + cache.getValue().path("requests").asLong(0))
                    .collect(Collectors.joining(", "));
            String text = "%,d papers; answers from caches: %s"
                    .formatted(stats.path("papers").asInt(0), caches);
            return health.status() == 200
                    ? Finding.ok(NAME, text)
                    : Finding.warn(NAME, "not connected everywhere: " + health.body() + "; " + text);
        } catch (IOException notThere) {
            return Finding.ok(NAME, "none at " + base);
        }
    }
}
