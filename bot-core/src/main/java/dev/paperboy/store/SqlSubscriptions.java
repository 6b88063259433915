package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Weekdays;
import dev.paperboy.subscription.Manners;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Timetable;
import dev.paperboy.subscription.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Subscriptions in SQL. */
final class SqlSubscriptions implements Subscriptions {

    private static final String SAVE = """
            insert into subscription (id, platform, space, channel_id, local_time, zone, days, paper_count, topic,
                quiet_day, catch_up, settling_hours, made_by_platform, made_by_space, made_by_id, active, next_due, last_error)
            values (:id, :platform, :space, :channel, :time, :zone, :days, :count, :topic,
                :quietDay, :catchUp, :settling, :byPlatform, :bySpace, :byId, :active, :nextDue, :error)
            on conflict (id) do update set
                local_time = excluded.local_time, zone = excluded.zone, days = excluded.days,
                paper_count = excluded.paper_count, topic = excluded.topic, quiet_day = excluded.quiet_day,
                catch_up = excluded.catch_up, settling_hours = excluded.settling_hours,
                made_by_platform = excluded.made_by_platform, made_by_space = excluded.made_by_space,
                made_by_id = excluded.made_by_id, active = excluded.active, next_due = excluded.next_due,
                last_error = excluded.last_error""";

    private final Database database;

    SqlSubscriptions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Subscription> in(ChannelRef channel) {
        return database.with(handle -> Refs.bind(handle.createQuery("""
                        select * from subscription
                        where platform = :platform and space = :space and channel_id = :channel
                        order by id limit 1"""), channel)
                .map((row, context) -> subscription(row))
                .findOne());
    }

    @Override
    public void save(Subscription schedule, Instant nextDue) {
        Timetable timetable = schedule.timetable();
        database.write(handle -> Refs.bind(handle.createUpdate(SAVE), schedule.channel())
                .bind("id", schedule.id())
                .bind("time", timetable.time().toString())
                .bind("zone", timetable.zone().getId())
                .bind("days", Weekdays.write(timetable.days()))
                .bind("count", schedule.count())
                .bind("topic", schedule.topic().text())
                .bind("quietDay", schedule.manners().quietDay().name())
                .bind("catchUp", schedule.manners().catchUp().name())
                .bind("settling", schedule.manners().settling().toHours())
                .bind("byPlatform", schedule.madeBy().platform().name())
                .bind("bySpace", schedule.madeBy().space())
                .bind("byId", schedule.madeBy().id())
                .bind("active", schedule.active() ? 1 : 0)
                .bind("nextDue", nextDue.toEpochMilli())
                .bind("error", schedule.lastError().orElse(null))
                .execute());
    }

    @Override
    public List<Subscription> due(Set<Platform> platforms, Instant now) {
        if (platforms.isEmpty()) {
            return List.of();
        }
        return database.with(handle -> handle.createQuery("""
                        select * from subscription
                        where active = 1 and next_due <= :now and platform in (<platforms>)
                        order by next_due, id""")
                .bind("now", now.toEpochMilli())
                .bindList("platforms", platforms.stream().map(Platform::name).toList())
                .map((row, context) -> subscription(row))
                .list());
    }

    @Override
    public void advance(String id, LocalDate edition, Instant nextDue) {
        database.write(handle -> handle.createUpdate(
                        "update subscription set last_edition = :edition, next_due = :nextDue where id = :id")
                .bind("id", id)
                .bind("edition", edition.toString())
                .bind("nextDue", nextDue.toEpochMilli())
                .execute());
    }

    @Override
    public void noteError(String id, Optional<String> error) {
        database.write(handle -> handle.createUpdate("update subscription set last_error = :error where id = :id")
                .bind("id", id)
                .bind("error", error.orElse(null))
                .execute());
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"),
                Refs.channel(row),
                new Timetable(
                        LocalTime.parse(row.getString("local_time")),
                        ZoneId.of(row.getString("zone")),
                        Weekdays.read(row.getString("days")).orElseThrow()),
                row.getInt("paper_count"),
                new Topic(row.getString("topic")),
                new Manners(
                        Manners.QuietDay.valueOf(row.getString("quiet_day")),
                        Manners.CatchUp.valueOf(row.getString("catch_up")),
                        Duration.ofHours(row.getLong("settling_hours"))),
                new UserRef(
                        Platform.valueOf(row.getString("made_by_platform")),
                        row.getString("made_by_space"),
                        row.getString("made_by_id")),
                row.getInt("active") == 1,
                Optional.ofNullable(row.getString("last_edition")).map(LocalDate::parse),
                Optional.ofNullable(row.getString("last_error")));
    }
}
