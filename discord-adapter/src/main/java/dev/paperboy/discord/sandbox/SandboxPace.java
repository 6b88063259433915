package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast the stand-in's time runs.
 *
 * @param ticker nanoseconds that never go back; all deadlines and rate limits are measured on it
 * @param heartbeat the interval asked of the client in HELLO
 * @param rateLimits whether rate limits are enforced
 */
public record SandboxPace(LongSupplier ticker, Duration heartbeat, boolean rateLimits) {

    /** Discord's own pace. */
    public static SandboxPace real() {
        return new SandboxPace(System::nanoTime, Duration.ofMillis(41_250), true);
    }

    public SandboxPace withTicker(LongSupplier other) {
        return new SandboxPace(other, heartbeat, rateLimits);
    }

    public SandboxPace withHeartbeat(Duration other) {
        return new SandboxPace(ticker, other, rateLimits);
    }

    /** For load runs that ask how fast the bot is, not how fast Discord lets it be. */
    public SandboxPace withoutRateLimits() {
        return new SandboxPace(ticker, heartbeat, false);
    }
}
