package dev.paperboy.store;

import dev.paperboy.digest.Refusals;
import java.time.Instant;
import java.util.Optional;

/** Refusals in SQL: one row for each schedule whose channel refuses. */
final class SqlRefusals implements Refusals {

    private final Database database;

    SqlRefusals(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Refusal> of(String subscription) {
        return database.with(handle -> handle.createQuery(
                        "select times, next_try from refusal where subscription = :subscription")
                .bind("subscription", subscription)
                .map((row, context) -> new Refusal(row.getInt("times"), Instant.ofEpochMilli(row.getLong("next_try"))))
                .findOne());
    }

    @Override
    public void note(String subscription, Refusal refusal) {
        database.write(handle -> handle.createUpdate("""
                        insert into refusal (subscription, times, next_try) values (:subscription, :times, :nextTry)
                        on conflict (subscription) do update set
                            times = excluded.times, next_try = excluded.next_try""")
                .bind("subscription", subscription)
                .bind("times", refusal.times())
                .bind("nextTry", refusal.nextTry().toEpochMilli())
                .execute());
    }

    @Override
    public void forget(String subscription) {
        database.write(handle -> handle.createUpdate("delete from refusal where subscription = :subscription")
                .bind("subscription", subscription)
                .execute());
    }
}
