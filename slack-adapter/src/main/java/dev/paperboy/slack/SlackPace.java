package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.paperboy.chat.ChatException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Slack's pace: so many calls of a method a minute in the whole workspace, none of it while Slack has said to wait, and
 * messages to one channel apart by {@link SlackLimits#BETWEEN_POSTS}. A limiter that counts per period, as
 * resilience4j's does, would let two pass in one breath where one period ends and the next begins.
 */
final class SlackPace {
    /** Waiting longer than this is left to the caller. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** How time is let pass. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    private final Ticker ticker;
    private final Pause pause;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Cache<String, Lane> lanes =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

    SlackPace(Ticker ticker, Pause pause) {
        this.ticker = ticker;
        this.pause = pause;
    }

    /** One that lives in real time. */
    static SlackPace real() {
        return new SlackPace(Ticker.systemTicker(), Thread::sleep);
    }

    /** As {@link #await(String, long)}, for {@link #LONGEST_WAIT} at most. */
    void await(String method) {
        await(method, in(LONGEST_WAIT));
    }

    /**
     * Waits until the method may be called, and counts the call.
     *
     * @param latest when it must be called at the latest, as {@link #in} tells
     * @throws ChatException of kind {@code RATE_LIMITED} if that is too far off
     */
    void await(String method, long latest) {
        if (latest - ticker.read() < 0) {
            throw ChatException.rateLimited(method + ": its turn came too late", SlackLimits.BETWEEN_POSTS);
        }
        Gate gate = gates.computeIfAbsent(method, name -> new Gate(SlackLimits.callsAMinute(name), ticker.read()));
        for (long wait = gate.pass(ticker.read()); wait > 0; wait = gate.pass(ticker.read())) {
            if (wait > Math.min(LONGEST_WAIT.toNanos(), latest - ticker.read())) {
                throw ChatException.rateLimited(method + ": too many calls", Duration.ofNanos(wait));
            }
            rest(Duration.ofNanos(wait));
        }
    }

    /** The instant after a time from now, in nanoseconds of the ticker. */
    long in(Duration time) {
        return ticker.read() + time.toNanos();
    }

    /** Lets nobody call the method for so long, because Slack said so. */
    void shut(String method, Duration time) {
        gates.computeIfAbsent(method, name -> new Gate(SlackLimits.callsAMinute(name), ticker.read()))
                .shut(ticker.read() + time.toNanos());
    }

    /** Posts to a channel when its turn has come; the next one's comes a while after Slack's answer to this. */
    <T> T inTurn(String channel, Supplier<T> post) {
        Lane lane = lanes.get(channel, name -> new Lane(ticker.read()));
        enter(lane);
        try {
            rest(Duration.ofNanos(lane.free - ticker.read()));
            return post.get();
        } finally {
            lane.free = ticker.read() + SlackLimits.BETWEEN_POSTS.toNanos();
            lane.turn.unlock();
        }
    }

    private static void enter(Lane lane) {
        try {
            lane.turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    void rest(Duration time) {
        if (time.isPositive()) {
            try {
                pause.last(time);
            } catch (InterruptedException e) {
                throw stopped(e);
            }
        }
    }

    /** Nothing was sent, so it is not a matter of unknown fate. */
    private static ChatException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ChatException(ChatException.Kind.UNAVAILABLE, "stopped while waiting to call Slack", e);
    }

    /** A channel's turns, first come first served. */
    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        /** Changed only by whose turn it is. */
        private long free;

        Lane(long free) {
            this.free = free;
        }
    }

    /** How often and when a method may be called; in nanoseconds of the ticker. */
    private static final class Gate {
        private final int most;
        private final Deque<Long> lastMinute = new ArrayDeque<>();
        private long shutUntil;

        Gate(int most, long now) {
            this.most = most;
            this.shutUntil = now;
        }

        synchronized void shut(long until) {
            shutUntil = Math.max(shutUntil, until);
        }

        /** How long to wait; 0 if the call may be made now, which is then counted. */
        synchronized long pass(long now) {
            while (!lastMinute.isEmpty() && now - lastMinute.getFirst() >= MINUTE) {
                lastMinute.removeFirst();
            }
            if (shutUntil > now) {
                return shutUntil - now;
            }
            if (lastMinute.size() >= most) {
                return MINUTE - (now - lastMinute.getFirst());
            }
            lastMinute.addLast(now);
            return 0;
        }
    }
}
