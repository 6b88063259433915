package dev.paperboy.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many requests in any second, as whoever receives them counts. A permit that was used comes back a second after the
 * answer: between the arrivals of a request and of the one that has its permit next, a second has passed, whatever the way
 * there took. A count of starts would let a burst that was held up on its way arrive together with the next.
 *
 * <p>Times are nanoseconds of any clock that never runs back.
 */
final class DiscordPermits {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int all;
    /** When those came back that are not free again; rising. */
    private final Deque<Long> resting = new ArrayDeque<>();

    private int used;
    private long shutUntil;

    /**
     * Permits that are all free.
     *
     * @param all how many there are
     * @param now the time
     */
    DiscordPermits(int all, long now) {
        this.all = all;
        this.shutUntil = now;
    }

    /** Takes a permit, if one is free. */
    synchronized boolean take(long now) {
        while (!resting.isEmpty() && now - resting.getFirst() >= SECOND) {
            resting.removeFirst();
        }
        boolean free = now - shutUntil >= 0 && used + resting.size() < all;
        used += free ? 1 : 0;
        return free;
    }

    /** The answer is there, or none will come. */
    synchronized void giveBack(long now) {
        used--;
        resting.addLast(now);
    }

    /** Nobody gets one until then. */
    synchronized void shut(long until) {
        if (until - shutUntil > 0) {
            shutUntil = until;
        }
    }

    /** For how long surely none will be free; at most a second, for what comes back meanwhile rests for so long itself. */
    synchronized long none(long now) {
        if (shutUntil - now > 0) {
            return Math.min(SECOND, shutUntil - now);
        }
        return resting.isEmpty() ? SECOND : Math.clamp(resting.getFirst() + SECOND - now, 0, SECOND);
    }
}
