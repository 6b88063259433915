package dev.paperboy.store;

import dev.paperboy.schedule.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Leases in SQL; a single statement decides between two who want the same. */
final class SqlLeases implements Leases {

    private final Database database;
    private final InstantSource clock;

    SqlLeases(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean acquire(String name, String owner, Duration term) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createUpdate("""
                        insert into lease (lease_name, owner, ends_at) values (:name, :owner, :end)
                        on conflict (lease_name) do update set owner = excluded.owner, ends_at = excluded.ends_at
                        where lease.owner = excluded.owner or lease.ends_at <= :now""")
                        .bind("name", name)
                        .bind("owner", owner)
                        .bind("end", now.plus(term).toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public boolean renew(String name, String owner, Duration term) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createUpdate(
                                "update lease set ends_at = :end where lease_name = :name and owner = :owner")
                        .bind("name", name)
                        .bind("owner", owner)
                        .bind("end", now.plus(term).toEpochMilli())
                        .execute())
                == 1;
    }

    @Override
    public void release(String name, String owner) {
        database.write(handle -> handle.createUpdate("delete from lease where lease_name = :name and owner = :owner")
                .bind("name", name)
                .bind("owner", owner)
                .execute());
    }
}
