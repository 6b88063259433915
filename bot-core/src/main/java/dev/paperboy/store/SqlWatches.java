package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.subscription.Topic;
import dev.paperboy.subscription.Watch;
import dev.paperboy.subscription.Watches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Watches in SQL. */
final class SqlWatches implements Watches {

    private static final String OF_CHANNEL = " platform = :platform and space = :space and channel_id = :channel";

    private final Database database;

    SqlWatches(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Watch watch) {
        return database.write(handle -> Refs.bind(handle.createUpdate("""
                        insert into watch (platform, space, channel_id, topic,
                            made_by_platform, made_by_space, made_by_id, made_at)
                        values (:platform, :space, :channel, :topic, :byPlatform, :bySpace, :byId, :madeAt)
                        on conflict (platform, space, channel_id, topic) do nothing"""), watch.channel())
                        .bind("topic", watch.topic().text())
                        .bind("byPlatform", watch.madeBy().platform().name())
                        .bind("bySpace", watch.madeBy().space())
                        .bind("byId", watch.madeBy().id())
                        .bind("madeAt", watch.madeAt().toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public boolean remove(ChannelRef channel, Topic topic) {
        return database.write(handle -> Refs.bind(
                                handle.createUpdate("delete from watch where" + OF_CHANNEL + " and topic = :topic"),
                                channel)
                        .bind("topic", topic.text())
                        .execute())
                == 1;
    }

    @Override
    public List<Watch> in(ChannelRef channel) {
        return database.with(handle -> Refs.bind(
                        handle.createQuery("select * from watch where" + OF_CHANNEL + " order by seq"), channel)
                .map((row, context) -> watch(row))
                .list());
    }

    @Override
    public List<Watch> all() {
        return database.with(handle -> handle.createQuery("select * from watch order by seq")
                .map((row, context) -> watch(row))
                .list());
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                Refs.channel(row),
                new Topic(row.getString("topic")),
                new UserRef(
                        Platform.valueOf(row.getString("made_by_platform")),
                        row.getString("made_by_space"),
                        row.getString("made_by_id")),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }
}
