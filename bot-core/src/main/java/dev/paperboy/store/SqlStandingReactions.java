package dev.paperboy.store;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import dev.paperboy.reaction.StandingReactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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
        database.inTransaction(handle -> {
            bind(handle.createUpdate(sql), change).execute();
            forgotten(handle, change.message()).stream()
                    .filter(one -> one.emoji() == change.emoji() && one.isOf(change.user()))
                    .forEach(one -> drop(handle, change.message(), one));
            return null;
        });
    }

    @Override
    public void forget(UserRef person) {
        database.inTransaction(handle -> {
            forget(handle, person);
            return null;
        });
    }

    static void forget(Handle handle, UserRef person) {
        String ofThem = " where user_platform = :userPlatform and user_space = :userSpace and user_id = :user";
        List<Place> places = bindUser(handle.createQuery("select * from standing_reaction" + ofThem), person)
                .map((row, context) -> new Place(
                        new MessageRef(Refs.channel(row), row.getString("message_id")),
                        Emoji.valueOf(row.getString("emoji"))))
                .list();
        for (Place place : places) {
            Forgotten mark = Forgotten.of(place.emoji(), person);
            bind(handle.createUpdate("""
                            insert into forgotten_reaction
                                (platform, space, channel_id, message_id, emoji, salt, person_hash)
                            values (:platform, :space, :channel, :message, :emoji, :salt, :hash)"""), place.message())
                    .bind("emoji", mark.emoji().name())
                    .bind("salt", mark.salt())
                    .bind("hash", mark.hash())
                    .execute();
        }
        bindUser(handle.createUpdate("delete from standing_reaction" + ofThem), person)
                .execute();
    }

    private record Place(MessageRef message, Emoji emoji) {}

    /** A reaction of whom nobody knows who does not know already. */
    private record Forgotten(Emoji emoji, String salt, String hash) {

        static Forgotten of(Emoji emoji, UserRef person) {
            String salt = UUID.randomUUID().toString();
            return new Forgotten(emoji, salt, hash(salt, person));
        }

        boolean isOf(UserRef person) {
            return hash.equals(hash(salt, person));
        }

        private static String hash(String salt, UserRef person) {
            return Hashes.sha256(String.join("/", salt, person.platform().name(), person.space(), person.id()));
        }
    }

    private static List<Forgotten> forgotten(Handle handle, MessageRef message) {
        return bind(handle.createQuery("""
                        select emoji, salt, person_hash from forgotten_reaction
                        where platform = :platform and space = :space and channel_id = :channel
                        and message_id = :message"""), message)
                .map((row, context) -> new Forgotten(
                        Emoji.valueOf(row.getString("emoji")), row.getString("salt"), row.getString("person_hash")))
                .list();
    }

    private static void drop(Handle handle, MessageRef message, Forgotten mark) {
        bind(handle.createUpdate("""
                        delete from forgotten_reaction
                        where platform = :platform and space = :space and channel_id = :channel
                        and message_id = :message and person_hash = :hash"""), message).bind("hash", mark.hash()).execute();
    }

    @Override
    public boolean isForgotten(ReactionChange change) {
        return database.with(handle -> forgotten(handle, change.message())).stream()
                .anyMatch(one -> one.emoji() == change.emoji() && one.isOf(change.user()));
    }

    @Override
    public Map<Emoji, Set<UserRef>> counting(MessageRef message, Map<Emoji, Set<UserRef>> now) {
        List<Forgotten> marks = database.with(handle -> forgotten(handle, message));
        if (marks.isEmpty()) {
            return now;
        }
        Map<Emoji, Set<UserRef>> counting = new EnumMap<>(Emoji.class);
        now.forEach((emoji, users) -> counting.put(emoji, new LinkedHashSet<>(users)));
        List<Forgotten> gone = marks.stream()
                .filter(mark -> !counting.computeIfAbsent(mark.emoji(), _ -> new LinkedHashSet<>())
                        .removeIf(mark::isOf))
                .toList();
        if (!gone.isEmpty()) {
            database.inTransaction(handle -> {
                gone.forEach(mark -> drop(handle, message, mark));
                return null;
            });
        }
        return counting;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ReactionChange change) {
        return bindUser(bind(statement, change.message()), change.user())
                .bind("emoji", change.emoji().name());
    }

    private static <S extends SqlStatement<S>> S bindUser(S statement, UserRef user) {
        return statement
                .bind("userPlatform", user.platform().name())
                .bind("userSpace", user.space())
                .bind("user", user.id());
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
