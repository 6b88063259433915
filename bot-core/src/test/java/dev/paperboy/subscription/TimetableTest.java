package dev.paperboy.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.command.Weekdays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Timetable daily(String time, String zone) {
        return new Timetable(LocalTime.parse(time), ZoneId.of(zone), Weekdays.DAILY);
    }

    private static Instant berlin(String local) {
        return ZonedDateTime.parse(local + "[Europe/Berlin]").toInstant();
    }

    @Test
    void theLocalHourStaysTheSameInSummerAndWinter() {
        Timetable nine = daily("09:00", "Europe/Berlin");

        assertThat(nine.instantOn(LocalDate.parse("2026-10-24"))).isEqualTo(Instant.parse("2026-10-24T07:00:00Z"));
        assertThat(nine.instantOn(LocalDate.parse("2026-10-25"))).isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
    }

    @Test
    void aSkippedTimeMovesForwardAndARepeatedOneIsTheFirst() {
        Timetable halfPastTwo = daily("02:30", "Europe/Berlin");

        assertThat(halfPastTwo.instantOn(LocalDate.parse("2026-03-29")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(halfPastTwo.instantOn(LocalDate.parse("2026-10-25")))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void nextIsStrictlyAfterAndLatestIsAtOrBefore() {
        Timetable nine = daily("09:00", "Europe/Berlin");
        Instant post = berlin("2026-11-23T09:00+01:00");
        LocalDate monday = LocalDate.parse("2026-11-23");

        assertThat(nine.nextAfter(post.minusMillis(1))).isEqualTo(monday);
        assertThat(nine.nextAfter(post)).isEqualTo(monday.plusDays(1));
        assertThat(nine.latestAt(post)).isEqualTo(monday);
        assertThat(nine.latestAt(post.minusMillis(1))).isEqualTo(monday.minusDays(1));
    }

    @Test
    void onlyItsWeekdaysCount() {
        Timetable friday = new Timetable(LocalTime.of(17, 0), BERLIN, Set.of(DayOfWeek.FRIDAY));
        Instant monday = berlin("2026-11-23T12:00+01:00");

        assertThat(friday.nextAfter(monday)).isEqualTo(LocalDate.parse("2026-11-27"));
        assertThat(friday.latestAt(monday)).isEqualTo(LocalDate.parse("2026-11-20"));
    }

    @Test
    void withoutADayThereIsNoTimetable() {
        assertThatThrownBy(() -> new Timetable(LocalTime.NOON, BERLIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inEveryZoneEachDayHasOnePostAlsoWhenTheClocksChange() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2027-01-01T00:00:00Z");
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            while (change != null && change.getInstant().isBefore(to)) {
                Timetable at = new Timetable(
                        change.getDateTimeBefore().toLocalTime().withSecond(0).withNano(0), zone, Weekdays.DAILY);
                assertOnePostADay(at, change.getInstant());
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
    }

    /** Walks hour by hour over a clock change, as a ticking clock would. */
    private static void assertOnePostADay(Timetable at, Instant change) {
        Instant now = change.minus(Duration.ofHours(60));
        LocalDate next = at.nextAfter(now);
        for (int hour = 0; hour < 120; hour++) {
            now = now.plus(Duration.ofHours(1));
            if (!at.instantOn(next).isAfter(now)) {
                assertThat(at.latestAt(now)).as("%s at %s", at, now).isEqualTo(next);
                assertThat(at.nextAfter(now)).as("%s at %s", at, now).isEqualTo(next.plusDays(1));
                next = at.nextAfter(now);
            }
        }
    }
}
