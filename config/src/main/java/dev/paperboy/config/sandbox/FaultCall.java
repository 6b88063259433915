package dev.paperboy.config.sandbox;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault as the control API takes it. What a kind does not know is ignored.
 *
 * @param kind which fault
 * @param times how many requests, deliveries or connections it hits, at least 1
 * @param where the route (Discord) or method (Slack) it hits; empty for any
 * @param lasting how long it waits, keeps silent or asks to wait
 * @param status the HTTP status of a server error
 * @param channel the channel of a channel fault, by id or name
 */
record FaultCall(
        String kind,
        int times,
        String where,
        Optional<Duration> lasting,
        Optional<Integer> status,
        Optional<String> channel) {

    static final int MAX_TIMES = 1000;
    private static final Duration LONGEST = Duration.ofDays(1);

    FaultCall {
        if (times < 1 || times > MAX_TIMES) {
            throw new BadRequest("times must be 1 to " + MAX_TIMES + ", not " + times);
        }
        if (lasting.filter(time -> time.isNegative() || time.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new BadRequest("lasting must be PT0S to " + LONGEST + ", not " + lasting.get());
        }
        if (status.filter(code -> code < 500 || code > 599).isPresent()) {
            throw new BadRequest("status must be 500 to 599, not " + status.get());
        }
    }
}
