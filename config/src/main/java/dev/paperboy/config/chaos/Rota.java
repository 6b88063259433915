package dev.paperboy.config.chaos;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a channel was promised: so many papers every day at a local time. When that is, is reckoned here anew, without
 * the bot's own timetable.
 *
 * @param town where the channel is
 * @param room the channel's id
 * @param made since when it holds
 */
record Rota(Town town, String room, LocalTime time, ZoneId zone, int count, Instant made) {

    /** Every instant at which a post was due after it was promised and up to another instant, in order. */
    List<Instant> dueUntil(Instant end) {
        return LocalDate.ofInstant(made, zone)
                .datesUntil(LocalDate.ofInstant(end, zone).plusDays(1))
                .map(this::on)
                .filter(due -> due.isAfter(made) && !due.isAfter(end))
                .toList();
    }

    /** The first instant after another at which a post is due. */
    Instant nextAfter(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return today.datesUntil(today.plusDays(3))
                .map(this::on)
                .filter(due -> due.isAfter(instant) && due.isAfter(made))
                .findFirst()
                .orElseThrow();
    }

    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    String name() {
        return town.name() + " " + room;
    }
}
