package dev.paperboy.store;

import dev.paperboy.chat.UserRef;
import dev.paperboy.library.Nudges;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reminders in SQL: one row for each person who wants them. */
final class SqlNudges implements Nudges {

    private final Database database;

    SqlNudges(Database database) {
        this.database = database;
    }

    @Override
    public void set(UserRef reader, Optional<Instant> next) {
        database.inTransaction(handle -> {
            SqlAccounts.of(handle, reader)
                    .forEach(account -> Refs.bind(
                                    handle.createUpdate("delete from nudge where" + Refs.OF_ACCOUNT), account)
                            .execute());
            next.ifPresent(at -> Refs.bind(handle.createUpdate("""
                                    insert into nudge (platform, space, user_id, next_at)
                                    values (:platform, :space, :user, :next)"""), reader)
                    .bind("next", at.toEpochMilli())
                    .execute());
            return null;
        });
    }

    @Override
    public Optional<Instant> next(UserRef reader) {
        return database.with(handle -> SqlAccounts.of(handle, reader).stream()
                .flatMap(account -> next(handle, account).stream())
                .findFirst());
    }

    @Override
    public boolean settle(Due due, Instant next) {
        return database.write(handle -> Refs.bind(
                                handle.createUpdate(
                                        "update nudge set next_at = :next where next_at = :at and" + Refs.OF_ACCOUNT),
                                due.reader())
                        .bind("at", due.at().toEpochMilli())
                        .bind("next", next.toEpochMilli())
                        .execute())
                == 1;
    }

    /** Of accounts that become one person's, the reminder that comes first stays. */
    static void putTogether(Handle handle, List<UserRef> accounts) {
        accounts.stream()
                .flatMap(account -> next(handle, account).map(at -> new Due(account, at)).stream())
                .sorted(Comparator.comparing(Due::at))
                .skip(1)
                .forEach(late -> Refs.bind(
                                handle.createUpdate("delete from nudge where" + Refs.OF_ACCOUNT), late.reader())
                        .execute());
    }

    private static Optional<Instant> next(Handle handle, UserRef account) {
        return Refs.bind(handle.createQuery("select next_at from nudge where" + Refs.OF_ACCOUNT), account)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public List<Due> due(Instant now) {
        return database.with(handle -> handle.createQuery("""
                        select platform, space, user_id, next_at from nudge where next_at <= :now
                        order by next_at, platform, space, user_id""")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Due(Refs.account(row), Instant.ofEpochMilli(row.getLong("next_at"))))
                .list());
    }
}
