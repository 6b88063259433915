package dev.paperboy.store;

import dev.paperboy.chat.UserRef;
import dev.paperboy.person.Accounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Linked accounts in SQL. An account without a row stands alone. */
final class SqlAccounts implements Accounts {

    private final Database database;

    SqlAccounts(Database database) {
        this.database = database;
    }

    @Override
    public List<UserRef> of(UserRef account) {
        return database.with(handle -> of(handle, account));
    }

    static List<UserRef> of(Handle handle, UserRef account) {
        List<UserRef> linked = person(handle, account)
                .map(person -> handle.createQuery("""
                                select platform, space, user_id from linked_account where person = :person
                                order by linked_at, platform, space, user_id""")
                        .bind("person", person)
                        .map((row, context) -> Refs.account(row))
                        .list())
                .orElse(List.of());
        return Stream.concat(Stream.of(account), linked.stream()).distinct().toList();
    }

    private static Optional<String> person(Handle handle, UserRef account) {
        return Refs.bind(handle.createQuery("select person from linked_account where" + Refs.OF_ACCOUNT), account)
                .mapTo(String.class)
                .findOne();
    }

    /** For every account that is linked, one of its person's that stands for all of them. */
    static Map<UserRef, UserRef> persons(Handle handle) {
        Map<String, UserRef> first = new HashMap<>();
        Map<UserRef, UserRef> persons = new HashMap<>();
        handle.createQuery("""
                        select platform, space, user_id, person from linked_account
                        order by linked_at, platform, space, user_id""")
                .map((row, context) -> Map.entry(Refs.account(row), row.getString("person")))
                .forEach(linked ->
                        persons.put(linked.getKey(), first.computeIfAbsent(linked.getValue(), _ -> linked.getKey())));
        return persons;
    }

    @Override
    public void offer(String code, Offer offer, Instant now) {
        database.inTransaction(handle -> {
            handle.createUpdate("delete from link_code where made_at <= :dead")
                    .bind("dead", now.minus(CODE_LIFE).toEpochMilli())
                    .execute();
            Refs.bind(handle.createUpdate("delete from link_code where" + Refs.OF_ACCOUNT), offer.account())
                    .execute();
            return Refs.bind(handle.createUpdate("""
                            insert into link_code (code_hash, platform, space, user_id, user_name, made_at)
                            values (:hash, :platform, :space, :user, :name, :at)"""), offer.account())
                    .bind("hash", Hashes.sha256(code))
                    .bind("name", offer.name())
                    .bind("at", now.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public Optional<Offer> find(String code, Instant now) {
        return database.with(handle -> find(handle, code, now));
    }

    private static Optional<Offer> find(Handle handle, String code, Instant now) {
        return handle.createQuery("select * from link_code where code_hash = :hash and made_at > :dead")
                .bind("hash", Hashes.sha256(code))
                .bind("dead", now.minus(CODE_LIFE).toEpochMilli())
                .map((row, context) -> new Offer(Refs.account(row), row.getString("user_name")))
                .findOne();
    }

    @Override
    public void noteWrongCode(UserRef account, Instant now) {
        database.inTransaction(handle -> {
            handle.createUpdate("delete from link_try where tried_at <= :dead")
                    .bind("dead", now.minus(CODE_LIFE).toEpochMilli())
                    .execute();
            return Refs.bind(handle.createUpdate("""
                            insert into link_try (platform, space, user_id, tried_at)
                            values (:platform, :space, :user, :at)"""), account)
                    .bind("at", now.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public int wrongCodes(UserRef account, Instant now) {
        return database.with(handle -> Refs.bind(
                        handle.createQuery(
                                "select count(*) from link_try where tried_at > :dead and" + Refs.OF_ACCOUNT),
                        account)
                .bind("dead", now.minus(CODE_LIFE).toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean link(String code, UserRef account, Instant now) {
        return database.inTransaction(handle -> {
            Optional<Offer> offer = find(handle, code, now);
            List<UserRef> all = offer.stream()
                    .flatMap(made -> Stream.of(made.account(), account))
                    .flatMap(one -> of(handle, one).stream())
                    .distinct()
                    .toList();
            if (offer.isEmpty() || all.size() > MOST_ACCOUNTS || !use(handle, code)) {
                return false;
            }
            String person = all.stream()
                    .flatMap(one -> person(handle, one).stream())
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> UUID.randomUUID().toString());
            all.forEach(one -> join(handle, one, person, now));
            SqlReadingLists.putTogether(handle, all);
            SqlNudges.putTogether(handle, all);
            return true;
        });
    }

    /** Of several who use a code at once, one succeeds. */
    private static boolean use(Handle handle, String code) {
        return handle.createUpdate("delete from link_code where code_hash = :hash")
                        .bind("hash", Hashes.sha256(code))
                        .execute()
                == 1;
    }

    private static void join(Handle handle, UserRef account, String person, Instant now) {
        Refs.bind(handle.createUpdate("""
                        insert into linked_account (platform, space, user_id, person, linked_at)
                        values (:platform, :space, :user, :person, :at)
                        on conflict (platform, space, user_id) do update set person = excluded.person"""), account)
                .bind("person", person)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    @Override
    public boolean unlink(UserRef account) {
        return database.inTransaction(handle -> unlink(handle, account));
    }

    static boolean unlink(Handle handle, UserRef account) {
        List<UserRef> all = of(handle, account);
        if (all.size() == 1) {
            return false;
        }
        List<UserRef> heirs = List.of(account, all.get(1));
        SqlReadingLists.share(handle, all, heirs);
        SqlImpressions.share(handle, all, heirs);
        // Whoever is left alone is linked with nobody.
        List<UserRef> alone = all.size() == 2 ? all : List.of(account);
        alone.forEach(one -> Refs.bind(handle.createUpdate("delete from linked_account where" + Refs.OF_ACCOUNT), one)
                .execute());
        return true;
    }
}
