package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.digest.Alert;
import dev.paperboy.digest.Alerts;
import dev.paperboy.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Alerts in SQL: one row each, kept after it is settled so that nobody is told twice. */
final class SqlAlerts implements Alerts {

    private final Database database;

    SqlAlerts(Database database) {
        this.database = database;
    }

    @Override
    public void note(Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into alert (platform, space, channel_id, paper_id, cause, why, noted_at, settled)
                    values (:platform, :space, :channel, :paper, :cause, :why, :at, 0)
                    on conflict (platform, space, channel_id, paper_id, cause) do nothing""");
            for (Alert alert : alerts) {
                Refs.bind(batch, alert.channel())
                        .bind("paper", alert.paper().value())
                        .bind("cause", alert.cause().name())
                        .bind("why", alert.why())
                        .bind("at", alert.at().toEpochMilli())
                        .add();
            }
            return batch.execute();
        });
    }

    @Override
    public Set<ChannelRef> ripe(Set<Platform> platforms, Instant quietSince, Instant oldest) {
        if (platforms.isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(database.with(handle -> handle.createQuery("""
                        select platform, space, channel_id from alert
                        where settled = 0 and platform in (<platforms>)
                        group by platform, space, channel_id
                        having max(noted_at) <= :quietSince or min(noted_at) <= :oldest
                        order by min(seq)""")
                .bindList("platforms", platforms.stream().map(Platform::name).toList())
                .bind("quietSince", quietSince.toEpochMilli())
                .bind("oldest", oldest.toEpochMilli())
                .map((row, context) -> Refs.channel(row))
                .list()));
    }

    @Override
    public List<Waiting> waiting(ChannelRef channel) {
        return database.with(handle -> Refs.bind(handle.createQuery("""
                        select * from alert
                        where settled = 0 and platform = :platform and space = :space and channel_id = :channel
                        order by seq"""), channel)
                .map((row, context) -> waiting(row))
                .list());
    }

    @Override
    public void settle(Collection<Waiting> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("update alert set settled = 1 where seq = :number");
            alerts.forEach(one -> batch.bind("number", one.number()).add());
            return batch.execute();
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from alert where settled = 1 and noted_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("seq"),
                new Alert(
                        Refs.channel(row),
                        new PaperId(row.getString("paper_id")),
                        new Alert.Cause(row.getString("cause")),
                        row.getString("why"),
                        Instant.ofEpochMilli(row.getLong("noted_at"))));
    }
}
