package dev.paperboy.slack.sandbox;

import java.time.Duration;

/**
 * How often and where a {@link SlackFault} strikes.
 *
 * @param method the Web API method, {@code response_url}, or {@code *} for any; ignored where the fault has none
 * @param times how many times, at least 1
 * @param duration the delay, or the {@code Retry-After}; ignored by other faults
 * @param spared how many of those that it would strike pass unharmed first
 */
public record FaultOrder(SlackFault fault, String method, int times, Duration duration, int spared) {
    public FaultOrder {
        if (times < 1) {
            throw new IllegalArgumentException("a fault strikes at least once, not " + times + " times");
        }
        if (spared < 0) {
            throw new IllegalArgumentException("a fault cannot spare " + spared);
        }
    }

    /** The fault from the first on. */
    public FaultOrder(SlackFault fault, String method, int times, Duration duration) {
        this(fault, method, times, duration, 0);
    }

    /** The fault once, on any method, with a duration of one second. */
    public static FaultOrder once(SlackFault fault) {
        return new FaultOrder(fault, "*", 1, Duration.ofSeconds(1));
    }

    /** The fault once on one method, with a duration of one second. */
    public static FaultOrder once(SlackFault fault, String method) {
        return new FaultOrder(fault, method, 1, Duration.ofSeconds(1));
    }

    /** The same, but the first so many pass unharmed. */
    public FaultOrder after(int number) {
        return new FaultOrder(fault, method, times, duration, number);
    }

    FaultOrder less() {
        return new FaultOrder(fault, method, times - 1, duration, spared);
    }

    FaultOrder lessSpared() {
        return after(spared - 1);
    }

    boolean strikes(SlackFault kind, String where) {
        return fault == kind && (method.equals("*") || method.equals(where));
    }
}
