package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.subscription.Manners.CatchUp;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of 500 channels in all zones whose clocks change, with a bot that is away at random: what arrives is what a
 * calendar gives, each edition once.
 */
@Timeout(300)
class DigestYearTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration LATE = Duration.ofHours(1);
    private static final int CHANNELS = 500;
    /** One time away in so many steps: every third day. */
    private static final int SELDOM = 432;

    private static final int LONGEST_AWAY_HOURS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2026})
    void aYearBringsWhatACalendarGives(long seed) {
        Random chance = new Random(seed);
        List<Subscription> schedules = schedules(chance);
        NavigableSet<Instant> ticks = ticks(chance);

        List<String> arrived = live(schedules, ticks);

        assertThat(arrived).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(arrived)).containsExactlyInAnyOrderElementsOf(expected(schedules, ticks));
        assertThat(arrived).hasSizeGreaterThan(CHANNELS * 100);
    }

    private static List<String> live(List<Subscription> schedules, NavigableSet<Instant> ticks) {
        try (DigestBench bench = new DigestBench(START)) {
            schedules.forEach(bench::subscribe);
            ticks.forEach(bench::tick);
            return bench.discord.posts().stream()
                    .map(post -> post.deliveryKey().replaceFirst("#1$", ""))
                    .toList();
        }
    }

    private static List<Subscription> schedules(Random chance) {
        List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> changes(zone.getRules()))
                .toList();
        List<CatchUp> ways = List.of(CatchUp.values());
        List<Subscription> schedules = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS; channel++) {
            ZoneId zone = zones.get(channel % zones.size());
            // Half of them around midnight and in the hours in which clocks are changed.
            int minute =
                    chance.nextBoolean() ? chance.nextInt(24 * 60) : (chance.nextInt(5 * 60) + 23 * 60) % (24 * 60);
            Timetable timetable = new Timetable(LocalTime.ofSecondOfDay(minute * 60L), zone, days(chance));
            schedules.add(schedule(channel, timetable, ways.get(chance.nextInt(ways.size()))));
        }
        return schedules;
    }

    private static boolean changes(ZoneRules rules) {
        ZoneOffsetTransition next = rules.nextTransition(START);
        return next != null && next.getInstant().isBefore(END);
    }

    private static Set<DayOfWeek> days(Random chance) {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        days.removeIf(day -> chance.nextInt(4) == 0);
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static Subscription schedule(int channel, Timetable timetable, CatchUp how) {
        ChannelRef place = new ChannelRef(Platform.DISCORD, "900", String.valueOf(channel));
        Subscription usual = SampleSubscriptions.at(
                place, timetable.time().toString(), timetable.zone().getId(), timetable.days());
        return DigestBench.catchingUp(usual, how);
    }

    /** When the bot is there to look. */
    private static NavigableSet<Instant> ticks(Random chance) {
        NavigableSet<Instant> ticks = new TreeSet<>();
        Instant away = START;
        for (Instant at = START; at.isBefore(END); at = at.plus(STEP)) {
            if (chance.nextInt(SELDOM) == 0) {
                away = at.plus(Duration.ofMinutes(chance.nextInt(LONGEST_AWAY_HOURS * 60)));
            }
            if (!at.isBefore(away)) {
                ticks.add(at);
            }
        }
        return ticks;
    }

    private static Set<String> expected(List<Subscription> schedules, NavigableSet<Instant> ticks) {
        Set<String> keys = new TreeSet<>();
        schedules.forEach(schedule -> keys.addAll(expected(schedule, ticks)));
        return keys;
    }

    /** Of all posts that fall to one look, the last; none if the channel wants none late and it is. */
    private static List<String> expected(Subscription schedule, NavigableSet<Instant> ticks) {
        TreeMap<Instant, Post> lastAt = new TreeMap<>();
        Timetable timetable = schedule.timetable();
        for (LocalDate day = LocalDate.of(2025, 12, 30);
                day.isBefore(LocalDate.of(2027, 1, 3));
                day = day.plusDays(1)) {
            Instant hour = hour(day, timetable);
            Instant seen = ticks.ceiling(hour);
            if (timetable.days().contains(day.getDayOfWeek()) && !hour.isBefore(START) && seen != null) {
                lastAt.put(seen, new Post(day, seen.isAfter(hour.plus(LATE))));
            }
        }
        return lastAt.values().stream()
                .filter(post -> !post.late() || schedule.manners().catchUp() != CatchUp.SKIP)
                .map(post -> schedule.id() + "@" + post.day())
                .toList();
    }

    private record Post(LocalDate day, boolean late) {}

    /** Written down from the rules of zones, and not by the method that the bot uses. */
    private static Instant hour(LocalDate day, Timetable timetable) {
        LocalDateTime local = day.atTime(timetable.time());
        ZoneRules rules = timetable.zone().getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = rules.getTransition(local);
            return local.plus(gap.getDuration()).toInstant(gap.getOffsetAfter());
        }
        return Collections.min(offsets.stream().map(local::toInstant).toList());
    }
}
