package dev.paperboy.store;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import dev.paperboy.reaction.StandingReactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** Standing reactions in SQL. */
final class SqlStandingReactions implements StandingReactions {

    private record Standing(Emoji emoji, UserRef user) {}

    private final Database database;

    SqlStandingReactions(Database database) {
        this.database = database;
    }

    @Override
    public void note(ReactionChange change, Instant at) {
        if (change.added()) {
            insert(change, at);
        } else {
            delete(change);
        }
    }

    private void insert(ReactionChange change, Instant at) {
        String sql = """
                insert into standing_reaction
                    (platform, space, channel_id, message_id, emoji, user_platform, user_space, user_id, noted_at)
                values (:platform, :space, :channel, :message, :emoji, :userPlatform, :userSpace, :user, :at)
                on conflict (platform, space, channel_id, message_id, emoji, user_platform, user_space, user_id)
                do nothing""";
        database.write(handle -> bind(handle.createUpdate(sql), change)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    private void delete(ReactionChange change) {
        String sql = """
                delete from standing_reaction
                where platform = :platform and space = :space and channel_id = :channel and message_id = :message
                and emoji = :emoji and user_platform = :userPlatform and user_space = :userSpace
                and user_id = :user""";
        database.write(handle -> bind(handle.createUpdate(sql), change).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ReactionChange change) {
        return bind(statement, change.message())
                .bind("emoji", change.emoji().name())
                .bind("userPlatform", change.user().platform().name())
                .bind("userSpace", change.user().space())
                .bind("user", change.user().id());
    }

    @Override
    public Map<Emoji, Set<UserRef>> under(MessageRef message) {
        List<Standing> all = database.with(handle -> bind(handle.createQuery("""
                        select emoji, user_platform, user_space, user_id from standing_reaction
                        where platform = :platform and space = :space and channel_id = :channel
                        and message_id = :message"""), message)
                .map((row, context) -> standing(row))
                .list());
        return all.stream()
                .collect(Collectors.groupingBy(
                        Standing::emoji, Collectors.mapping(Standing::user, Collectors.toUnmodifiableSet())));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(Emoji.valueOf(row.getString("emoji")), Refs.user(row));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, MessageRef message) {
        return Refs.bind(statement, message.channel()).bind("message", message.id());
    }
}
