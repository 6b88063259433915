package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordPermitsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final int ALLOWED = 50;
    private static final int CHANNELS = 10_000;

    /** What happens at an instant: a request arrives at Discord, or its answer here. */
    private record Event(long at, boolean arrival) {}

    /** Ten thousand channels are due at once; the way to Discord takes as long as chance has it, often far too long. */
    @ParameterizedTest
    @CsvSource({"1, 30, 60", "2, 5, 400", "3, 100, 101", "4, 1, 2"})
    void nineTenthsOfWhatIsAllowedAndNeverOneTooMany(int seed, int shortest, int longest) {
        Random chance = new Random(seed);
        DiscordPermits permits = new DiscordPermits(ALLOWED, 0);
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
        Deque<Long> lastSecond = new ArrayDeque<>();
        long[] inFixedSecond = new long[100_000];
        long roundTrips = 0;
        long now = 0;
        int sent = 0;
        int arrived = 0;
        while (arrived < CHANNELS) {
            while (sent < CHANNELS && permits.take(now)) {
                long there = between(shortest, longest, chance) / 2;
                long back = between(shortest, longest, chance) / 2;
                events.add(new Event(now + there, true));
                events.add(new Event(now + there + back, false));
                roundTrips += there + back;
                sent++;
            }
            long free = sent < CHANNELS ? now + Math.max(1, permits.none(now)) : Long.MAX_VALUE;
            if (events.isEmpty() || events.peek().at() > free) {
                now = free;
                continue;
            }
            Event event = events.remove();
            now = event.at();
            if (!event.arrival()) {
                permits.giveBack(now);
                continue;
            }
            arrived++;
            while (!lastSecond.isEmpty() && now - lastSecond.getFirst() >= SECOND) {
                lastSecond.removeFirst();
            }
            lastSecond.addLast(now);
            assertThat(lastSecond).as("within a second before %s", now).hasSizeLessThanOrEqualTo(ALLOWED);
            assertThat(++inFixedSecond[(int) (now / SECOND)]).isLessThanOrEqualTo(ALLOWED);
        }
        double rate = CHANNELS / (now / (double) SECOND);
        double meanTrip = roundTrips / (double) CHANNELS / SECOND;
        // Each permit is away for a second and a round trip.
        assertThat(rate).isGreaterThan(0.98 * ALLOWED / (1 + meanTrip));
        if (longest <= 101) {
            assertThat(rate).as("at a usual distance").isGreaterThan(0.9 * ALLOWED);
        }
    }

    private static long between(int shortest, int longest, Random chance) {
        return shortest * MILLI + Math.round(chance.nextDouble() * (longest - shortest) * MILLI);
    }

    @Test
    void whatIsShutLetsNobodyThroughUntilThen() {
        DiscordPermits permits = new DiscordPermits(1, 0);
        permits.shut(5 * SECOND);
        permits.shut(2 * SECOND);
        assertThat(permits.take(5 * SECOND - 1)).isFalse();
        assertThat(permits.none(2 * SECOND)).isEqualTo(SECOND);
        assertThat(permits.take(5 * SECOND)).isTrue();
    }
}
