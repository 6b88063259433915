package dev.paperboy.discord.sandbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast the stand-in's time runs.
 *
 * @param ticker nanoseconds that never go back; rate limits and the gateway are measured on it
 * @param patience the same for the deadlines of people and interactions: a test lets it stand still, so that a busy
 *     machine cannot turn a prompt answer into a late one
 * @param heartbeat the interval asked of the client in HELLO
 */
public record SandboxPace(LongSupplier ticker, LongSupplier patience, Duration heartbeat) {

    /** Discord's own pace. */
    public static SandboxPace real() {
        return new SandboxPace(System::nanoTime, System::nanoTime, Duration.ofMillis(41_250));
    }

    public SandboxPace withTicker(LongSupplier other) {
        return new SandboxPace(other, patience, heartbeat);
    }

    public SandboxPace withPatience(LongSupplier other) {
        return new SandboxPace(ticker, other, heartbeat);
    }

    public SandboxPace withHeartbeat(Duration other) {
        return new SandboxPace(ticker, patience, other);
    }
}
