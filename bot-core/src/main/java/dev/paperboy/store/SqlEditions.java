package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.digest.Edition;
import dev.paperboy.digest.Editions;
import dev.paperboy.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Editions in SQL: one row each, one for each part, and one for each paper of a part that is an alert. */
final class SqlEditions implements Editions {

    private final Database database;

    SqlEditions(Database database) {
        this.database = database;
    }

    @Override
    public boolean plan(Edition edition) {
        return database.inTransaction(handle -> {
            boolean isNew = insert(handle, edition) == 1;
            if (isNew && !edition.parts().isEmpty()) {
                insertParts(handle, edition);
            }
            return isNew;
        });
    }

    private static int insert(Handle handle, Edition edition) {
        return Refs.bind(handle.createUpdate("""
                        insert into edition (edition_key, subscription, platform, space, channel_id, local_day,
                            planned_at, state, attempts, next_try)
                        values (:key, :subscription, :platform, :space, :channel, :date,
                            :plannedAt, :state, :attempts, :nextTry)
                        on conflict (edition_key) do nothing"""), edition.channel())
                .bind("key", edition.key())
                .bind("subscription", edition.subscription())
                .bind("date", edition.date().toString())
                .bind("plannedAt", edition.plannedAt().toEpochMilli())
                .bind("state", edition.state().name())
                .bind("attempts", edition.attempts())
                .bind("nextTry", edition.nextTry().toEpochMilli())
                .execute();
    }

    private static void insertParts(Handle handle, Edition edition) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_part (edition_key, part_number, paper_id, body, hint, quiet, state)
                values (:key, :number, :paper, :body, :hint, :quiet, :state)""");
        for (Edition.Part part : edition.parts()) {
            batch.bind("key", edition.key())
                    .bind("number", part.number())
                    .bind("quiet", part.isQuiet() ? 1 : 0)
                    .bind("state", part.state().name());
            switch (part.item()) {
                case Edition.Item.OnePaper(PaperId paper, String why) ->
                    batch.bind("paper", paper.value()).bind("body", why).bind("hint", "");
                case Edition.Item.Alert alert ->
                    batch.bind("paper", (String) null)
                            .bind("body", alert.heading())
                            .bind("hint", alert.note());
                case Edition.Item.QuietNote(String text, String hint) ->
                    batch.bind("paper", (String) null).bind("body", text).bind("hint", hint);
            }
            batch.add();
        }
        batch.execute();
        edition.parts().forEach(part -> insertAlert(handle, edition, part));
    }

    private static void insertAlert(Handle handle, Edition edition, Edition.Part part) {
        if (!(part.item() instanceof Edition.Item.Alert alert)) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_alert_paper (edition_key, part_number, place, paper_id, why)
                values (:key, :number, :place, :paper, :why)""");
        for (int place = 0; place < alert.papers().size(); place++) {
            Edition.Item.OnePaper one = alert.papers().get(place);
            batch.bind("key", edition.key())
                    .bind("number", part.number())
                    .bind("place", place)
                    .bind("paper", one.paper().value())
                    .bind("why", one.why())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Optional<Edition> find(String key) {
        return database.inTransaction(handle -> handle.createQuery("select * from edition where edition_key = :key")
                .bind("key", key)
                .map((row, context) -> edition(handle, row))
                .findOne());
    }

    @Override
    public List<Edition> open(Set<Platform> platforms, Instant now) {
        if (platforms.isEmpty()) {
            return List.of();
        }
        return database.inTransaction(handle -> handle.createQuery("""
                        select * from edition
                        where state = 'OPEN' and next_try <= :now and platform in (<platforms>)
                        order by planned_at, edition_key""")
                .bind("now", now.toEpochMilli())
                .bindList("platforms", platforms.stream().map(Platform::name).toList())
                .map((row, context) -> edition(handle, row))
                .list());
    }

    @Override
    public List<Edition> openOf(String subscription) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select * from edition where subscription = :subscription and state = 'OPEN'
                        order by planned_at, edition_key""")
                .bind("subscription", subscription)
                .map((row, context) -> edition(handle, row))
                .list());
    }

    @Override
    public boolean claim(String key, int part, Edition.Claim claim) {
        return database.write(handle -> bind(handle.createUpdate("""
                                update edition_part set state = 'SENDING', claimed_by = :owner, claimed_at = :at,
                                    first_claimed_at = :since
                                where edition_key = :key and part_number = :part and state = 'UNSENT'"""), claim)
                        .bind("key", key)
                        .bind("part", part)
                        .execute())
                == 1;
    }

    @Override
    public boolean reclaim(String key, int part, Edition.Claim former, Edition.Claim claim) {
        return database.write(handle -> bind(handle.createUpdate("""
                                update edition_part set claimed_by = :owner, claimed_at = :at, first_claimed_at = :since
                                where edition_key = :key and part_number = :part and state = 'SENDING'
                                    and claimed_by = :formerOwner and claimed_at = :formerAt"""), claim)
                        .bind("key", key)
                        .bind("part", part)
                        .bind("formerOwner", former.owner())
                        .bind("formerAt", former.at().toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public void release(String key, int part, Edition.Claim claim) {
        database.write(handle -> handle.createUpdate("""
                                update edition_part set state = 'UNSENT', claimed_by = null, claimed_at = null,
                                    first_claimed_at = null
                                where edition_key = :key and part_number = :part and state = 'SENDING'
                                    and claimed_by = :owner and claimed_at = :at""")
                .bind("owner", claim.owner())
                .bind("at", claim.at().toEpochMilli())
                .bind("key", key)
                .bind("part", part)
                .execute());
    }

    private static Update bind(Update statement, Edition.Claim claim) {
        return statement
                .bind("owner", claim.owner())
                .bind("at", claim.at().toEpochMilli())
                .bind("since", claim.since().toEpochMilli());
    }

    @Override
    public void sent(String key, int part, MessageRef message) {
        database.write(handle -> handle.createUpdate("""
                        update edition_part set state = 'SENT', message_space = :space, message_channel = :channel,
                            message_id = :message, claimed_by = null, claimed_at = null, first_claimed_at = null
                        where edition_key = :key and part_number = :part""")
                .bind("key", key)
                .bind("part", part)
                .bind("space", message.channel().space())
                .bind("channel", message.channel().id())
                .bind("message", message.id())
                .execute());
    }

    @Override
    public void unclear(String key, int part) {
        setState(key, part, Edition.PartState.UNCLEAR);
    }

    @Override
    public void dropped(String key, int part) {
        setState(key, part, Edition.PartState.DROPPED);
    }

    private void setState(String key, int part, Edition.PartState state) {
        database.write(handle -> handle.createUpdate("""
                        update edition_part set state = :state, claimed_by = null, claimed_at = null,
                            first_claimed_at = null
                        where edition_key = :key and part_number = :part""")
                .bind("key", key)
                .bind("part", part)
                .bind("state", state.name())
                .execute());
    }

    @Override
    public void postpone(String key, Instant nextTry) {
        database.write(handle -> handle.createUpdate("""
                        update edition set attempts = attempts + 1, next_try = :nextTry where edition_key = :key""")
                .bind("key", key)
                .bind("nextTry", nextTry.toEpochMilli())
                .execute());
    }

    @Override
    public void close(String key, Edition.State state) {
        database.write(handle -> handle.createUpdate("update edition set state = :state where edition_key = :key")
                .bind("key", key)
                .bind("state", state.name())
                .execute());
    }

    private static Edition edition(Handle handle, ResultSet row) throws SQLException {
        ChannelRef channel = Refs.channel(row);
        String key = row.getString("edition_key");
        return new Edition(
                key,
                row.getString("subscription"),
                channel,
                LocalDate.parse(row.getString("local_day")),
                Instant.ofEpochMilli(row.getLong("planned_at")),
                parts(handle, key, channel.platform()),
                Edition.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("next_try")));
    }

    private static List<Edition.Part> parts(Handle handle, String key, Platform platform) {
        Map<Integer, List<Edition.Item.OnePaper>> alerts = alerts(handle, key);
        return handle.createQuery("select * from edition_part where edition_key = :key order by part_number")
                .bind("key", key)
                .map((row, context) -> part(row, platform, alerts))
                .list();
    }

    /** The papers of those parts that are alerts. */
    private static Map<Integer, List<Edition.Item.OnePaper>> alerts(Handle handle, String key) {
        return handle
                .createQuery("select * from edition_alert_paper where edition_key = :key order by place")
                .bind("key", key)
                .map((row, context) -> Map.entry(
                        row.getInt("part_number"),
                        new Edition.Item.OnePaper(new PaperId(row.getString("paper_id")), row.getString("why"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Edition.Part part(ResultSet row, Platform platform, Map<Integer, List<Edition.Item.OnePaper>> alerts)
            throws SQLException {
        int number = row.getInt("part_number");
        return new Edition.Part(
                number,
                item(row, alerts.getOrDefault(number, List.of())),
                Edition.PartState.valueOf(row.getString("state")),
                message(row, platform),
                claim(row));
    }

    private static Edition.Item item(ResultSet row, List<Edition.Item.OnePaper> alert) throws SQLException {
        String body = row.getString("body");
        String hint = row.getString("hint");
        if (!alert.isEmpty()) {
            return new Edition.Item.Alert(body, alert, hint, row.getInt("quiet") == 1);
        }
        String paper = row.getString("paper_id");
        return paper == null
                ? new Edition.Item.QuietNote(body, hint)
                : new Edition.Item.OnePaper(new PaperId(paper), body);
    }

    private static Optional<MessageRef> message(ResultSet row, Platform platform) throws SQLException {
        String message = row.getString("message_id");
        if (message == null) {
            return Optional.empty();
        }
        ChannelRef channel = new ChannelRef(platform, row.getString("message_space"), row.getString("message_channel"));
        return Optional.of(new MessageRef(channel, message));
    }

    private static Optional<Edition.Claim> claim(ResultSet row) throws SQLException {
        String owner = row.getString("claimed_by");
        return owner == null
                ? Optional.empty()
                : Optional.of(new Edition.Claim(
                        owner,
                        Instant.ofEpochMilli(row.getLong("claimed_at")),
                        Instant.ofEpochMilli(row.getLong("first_claimed_at"))));
    }
}
