package dev.paperboy.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the sessions that this process begins (IDENTIFY; a RESUME is none). Discord allows 1000 in 24 hours and resets
 * the token of a bot that begins more, so that somebody has to fetch a new one by hand.
 */
final class DiscordStarts {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordStarts.class);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    /** What is left of the 1000 is for restarts of the process, which forgets. */
    static final int A_DAY = 900;

    /** Ten times what the worst hours of Discord have asked for; whoever sees more should look. */
    static final int ALARM_IN_AN_HOUR = 30;

    private final InstantSource clock;
    private final Deque<Instant> begun = new ArrayDeque<>();

    DiscordStarts(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a session may be begun now. */
    synchronized boolean mayBegin() {
        Instant dayAgo = clock.instant().minus(DAY);
        while (!begun.isEmpty() && !begun.getFirst().isAfter(dayAgo)) {
            begun.removeFirst();
        }
        return begun.size() < A_DAY;
    }

    /** Counts one more session; false when it must not be begun. */
    synchronized boolean begin() {
        if (!mayBegin()) {
            LOG.error(
                    "{} sessions with Discord within a day; no more until some are a day old, or Discord would reset"
                            + " the token. Find out what ends them.",
                    begun.size());
            return false;
        }
        begun.addLast(clock.instant());
        Instant hourAgo = clock.instant().minus(HOUR);
        long lately = begun.stream().filter(at -> at.isAfter(hourAgo)).count();
        if (lately >= ALARM_IN_AN_HOUR && lately % ALARM_IN_AN_HOUR == 0) {
            LOG.error("{} sessions with Discord begun within an hour; Discord allows 1000 a day", lately);
        }
        return true;
    }
}
