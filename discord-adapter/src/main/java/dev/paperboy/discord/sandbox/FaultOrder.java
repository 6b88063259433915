package dev.paperboy.discord.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One fault to be made, and how often.
 *
 * @param times how many requests (or connections) it hits, at least 1
 * @param route part of method and path template, such as {@code POST /channels/} or {@code callback}; empty hits all
 * @param lasting Retry-After, delay or silence; null for the fault's default
 * @param status of a server error
 * @param channel the channel id of a channel fault; null means the first
 */
public record FaultOrder(
        DiscordFault fault,
        int times,
        String route,
        @Nullable Duration lasting,
        int status,
        @Nullable String channel) {

    public FaultOrder {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
        if (status < 500 || status > 599) {
            throw new IllegalArgumentException("status must be 500 to 599, not " + status);
        }
    }

    static FaultOrder of(DiscordFault fault) {
        return new FaultOrder(fault, 1, "", null, 502, null);
    }

    public FaultOrder times(int count) {
        return new FaultOrder(fault, count, route, lasting, status, channel);
    }

    public FaultOrder on(String part) {
        return new FaultOrder(fault, times, part, lasting, status, channel);
    }

    public FaultOrder lasting(Duration time) {
        return new FaultOrder(fault, times, route, time, status, channel);
    }

    public FaultOrder status(int code) {
        return new FaultOrder(fault, times, route, lasting, code, channel);
    }

    public FaultOrder in(String channelId) {
        return new FaultOrder(fault, times, route, lasting, status, channelId);
    }

    Duration lastingOr(Duration usual) {
        return lasting == null ? usual : lasting;
    }
}
