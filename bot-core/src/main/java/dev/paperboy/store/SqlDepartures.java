package dev.paperboy.store;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Departures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Departures in SQL. A table that comes to hold a server's data gets a place here, or its test fails. */
final class SqlDepartures implements Departures {

    private static final String OF_SERVER = " platform = :platform and space = :space";

    /** Where a server is known by, if anything is kept of it. */
    private static final List<String> KNOWING = List.of(
            "subscription",
            "watch",
            "message_paper",
            "submission",
            "club_pick",
            "club_member",
            "saved_paper",
            "linked_account");

    /** By their columns {@code platform} and {@code space}. */
    private static final List<String> TABLES = List.of(
            "subscription",
            "watch",
            "alert",
            "edition",
            "message_paper",
            "digest_paper",
            "standing_reaction",
            "forgotten_reaction",
            "submission",
            "club_pick",
            "club_member",
            "saved_paper",
            "reader_without_notes",
            "nudge",
            "impression",
            "linked_account",
            "link_code",
            "link_try",
            "departure");

    private final Database database;

    SqlDepartures(Database database) {
        this.database = database;
    }

    @Override
    public void note(Platform platform, Set<Server> members, Instant now) {
        database.inTransaction(handle -> {
            Set<String> here = members.stream().map(Server::id).collect(Collectors.toSet());
            for (String space : spaces(handle, platform)) {
                if (here.contains(space)) {
                    bind(handle.createUpdate("delete from departure where" + OF_SERVER), platform, space)
                            .execute();
                } else {
                    bind(handle.createUpdate("""
                                    insert into departure (platform, space, left_at) values (:platform, :space, :now)
                                    on conflict (platform, space) do nothing"""), platform, space)
                            .bind("now", now.toEpochMilli())
                            .execute();
                }
            }
            return null;
        });
    }

    private static List<String> spaces(Handle handle, Platform platform) {
        String all = KNOWING.stream()
                .map(table -> "select space from " + table + " where platform = :platform and space <> ''")
                .collect(Collectors.joining(" union "));
        return handle.createQuery(all)
                .bind("platform", platform.name())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Server> until(Instant instant) {
        return database.with(handle -> handle.createQuery(
                        "select platform, space from departure where left_at <= :instant order by left_at, space")
                .bind("instant", instant.toEpochMilli())
                .map((row, context) -> new Server(Platform.valueOf(row.getString("platform")), row.getString("space")))
                .list());
    }

    @Override
    public void forget(Server server) {
        database.inTransaction(handle -> {
            linked(handle, server).forEach(account -> SqlAccounts.unlink(handle, account));
            handle.createUpdate("delete from refusal where subscription like :ofServer")
                    .bind(
                            "ofServer",
                            "%/" + server.platform().name().toLowerCase(Locale.ROOT) + "/" + server.id() + "/%")
                    .execute();
            for (String table : TABLES) {
                bind(handle.createUpdate("delete from " + table + " where" + OF_SERVER), server.platform(), server.id())
                        .execute();
            }
            return null;
        });
        database.scrub();
    }

    private static List<UserRef> linked(Handle handle, Server server) {
        return bind(
                        handle.createQuery("select platform, space, user_id from linked_account where" + OF_SERVER),
                        server.platform(),
                        server.id())
                .map((row, context) -> Refs.account(row))
                .list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Platform platform, String space) {
        return statement.bind("platform", platform.name()).bind("space", space);
    }
}
