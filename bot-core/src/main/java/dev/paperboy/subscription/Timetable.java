package dev.paperboy.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a channel gets its post: a local hour on some weekdays.
 *
 * <p>A local time that a clock change skips moves forward by the gap, one that it repeats means the first; either way
 * each such day has exactly one post.
 *
 * @param time the hour, to the minute
 * @param zone whose hour
 * @param days on which days, at least one
 */
public record Timetable(LocalTime time, ZoneId zone, Set<DayOfWeek> days) {

    private static final int WEEK = 7;

    public Timetable {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a timetable needs a weekday");
        }
    }

    /** The instant of the post of a local day, whether or not it is one of the days. */
    public Instant instantOn(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /** The first day on or after a date that has a post. */
    public LocalDate dayFrom(LocalDate date) {
        LocalDate day = date;
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How many days with a post lie behind a day, up to another day and with it. */
    public long daysBetween(LocalDate behind, LocalDate upTo) {
        return behind.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .count();
    }

    /** The first day whose post comes strictly after an instant. */
    public LocalDate nextAfter(Instant instant) {
        // A day early, as a gap at midnight may push a post into the next local day.
        LocalDate day = dayFrom(LocalDate.ofInstant(instant, zone).minusDays(1));
        while (!instantOn(day).isAfter(instant)) {
            day = dayFrom(day.plusDays(1));
        }
        return day;
    }

    /** The last day whose post comes at or before an instant. */
    public LocalDate latestAt(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone).plusDays(1);
        LocalDate earliest = day.minusDays(2L * WEEK);
        while (day.isAfter(earliest)
                && (!days.contains(day.getDayOfWeek()) || instantOn(day).isAfter(instant))) {
            day = day.minusDays(1);
        }
        return day;
    }
}
