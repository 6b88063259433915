package dev.paperboy.discord;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import net.dv8tion.jda.api.JDABuilder;

/**
 * The threads that JDA works with. JDA's own ones are not daemons and stay when {@code build()} fails, so that the
 * process would never exit; these are daemons and can be stopped.
 */
final class DiscordThreads {
    private final ScheduledExecutorService rateLimit = Executors.newScheduledThreadPool(2, named("discord-rate-limit"));
    private final ExecutorService requests = Executors.newCachedThreadPool(named("discord-request"));
    private final ScheduledExecutorService gateway = Executors.newScheduledThreadPool(1, named("discord-gateway"));
    private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    /**
     * JDA stops them when it shuts down. The callbacks' executor, which holds no thread of its own, stays open: JDA
     * would close it before the last answers are in.
     */
    JDABuilder lendTo(JDABuilder builder) {
        return builder.setRateLimitScheduler(rateLimit, true)
                .setRateLimitElastic(requests, true)
                .setGatewayPool(gateway, true)
                .setCallbackPool(callbacks, false);
    }

    void stop() {
        for (ExecutorService pool : List.of(rateLimit, requests, gateway)) {
            pool.shutdownNow();
        }
    }
}
