package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.ReactionMeaning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the reactions that stand in a server or a channel mean, in view of what their messages show. */
final class Meanings {

    private Meanings() {}

    /**
     * One reaction.
     *
     * @param account whose
     * @param at when it was noted
     */
    record Meant(UserRef account, ReactionMeaning meaning, Instant at) {}

    private record Row(Reacted reacted, PaperId paper, Instant at) {}

    /** One reaction, under one message. */
    private record Reacted(MessageRef message, Emoji emoji, UserRef user) {}

    /** Those of a server, as of an instant. */
    static List<Meant> in(Handle handle, Server server, Instant until) {
        return read(handle.createQuery(query("r.noted_at <= :until"))
                .bind("platform", server.platform().name())
                .bind("space", server.id())
                .bind("until", until.toEpochMilli()));
    }

    /** Those of a channel. */
    static List<Meant> in(Handle handle, ChannelRef channel) {
        return read(Refs.bind(handle.createQuery(query("r.channel_id = :channel")), channel));
    }

    private static String query(String condition) {
        return """
                select r.platform, r.space, r.channel_id, r.message_id, r.emoji, r.user_platform, r.user_space,
                    r.user_id, r.noted_at, m.paper_id
                from standing_reaction r
                join message_paper m on m.platform = r.platform and m.space = r.space
                    and m.channel_id = r.channel_id and m.message_id = r.message_id
                where r.platform = :platform and r.space = :space and %s
                order by r.channel_id, r.message_id, m.place""".formatted(condition);
    }

    private static List<Meant> read(Query query) {
        Map<Reacted, List<Row>> reactions = new LinkedHashMap<>();
        query.map((row, context) -> row(row))
                .forEach(row -> reactions
                        .computeIfAbsent(row.reacted(), _ -> new ArrayList<>())
                        .add(row));
        List<Meant> meant = new ArrayList<>();
        reactions.forEach((reacted, rows) -> meant.add(new Meant(
                reacted.user(),
                ReactionMeaning.of(
                        reacted.emoji(), rows.stream().map(Row::paper).toList()),
                rows.getFirst().at())));
        return meant;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Reacted(
                        new MessageRef(Refs.channel(row), row.getString("message_id")),
                        Emoji.valueOf(row.getString("emoji")),
                        Refs.user(row)),
                new PaperId(row.getString("paper_id")),
                Instant.ofEpochMilli(row.getLong("noted_at")));
    }
}
