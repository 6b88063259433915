package dev.paperboy.store;

import dev.paperboy.chat.UserRef;
import dev.paperboy.library.Impressions;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Impressions in SQL. Each account has rows of its own; what a person saw is what any of their accounts did. */
final class SqlImpressions implements Impressions {

    private final Database database;

    SqlImpressions(Database database) {
        this.database = database;
    }

    @Override
    public Set<PaperId> note(UserRef reader, Collection<PaperId> papers, Instant at) {
        return database.inTransaction(handle -> {
            Set<PaperId> fresh = new LinkedHashSet<>(papers);
            fresh.removeAll(of(handle, SqlAccounts.of(handle, reader)));
            fresh.removeIf(paper -> !insert(handle, reader, paper, at.toEpochMilli()));
            return fresh;
        });
    }

    private static boolean insert(Handle handle, UserRef account, PaperId paper, long at) {
        return Refs.bind(handle.createUpdate("""
                        insert into impression (platform, space, user_id, paper_id, shown_at)
                        values (:platform, :space, :user, :paper, :at)
                        on conflict (platform, space, user_id, paper_id) do nothing"""), account)
                        .bind("paper", paper.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    @Override
    public Set<PaperId> of(UserRef reader) {
        return database.with(handle -> of(handle, SqlAccounts.of(handle, reader)));
    }

    private static Set<PaperId> of(Handle handle, List<UserRef> accounts) {
        Set<PaperId> shown = new LinkedHashSet<>();
        accounts.forEach(account -> Refs.bind(
                        handle.createQuery("select paper_id from impression where" + Refs.OF_ACCOUNT
                                + " order by shown_at, paper_id"),
                        account)
                .mapTo(String.class)
                .forEach(paper -> shown.add(new PaperId(paper))));
        return shown;
    }

    @Override
    public boolean forget(UserRef reader) {
        return database.inTransaction(handle -> SqlAccounts.of(handle, reader).stream()
                        .mapToInt(account -> Refs.bind(
                                        handle.createUpdate("delete from impression where" + Refs.OF_ACCOUNT), account)
                                .execute())
                        .sum()
                > 0);
    }

    /** Gives each of some accounts all that their person was shown. */
    static void share(Handle handle, List<UserRef> accounts, List<UserRef> heirs) {
        for (UserRef account : accounts) {
            for (UserRef heir : heirs) {
                Refs.bind(handle.createUpdate("""
                                insert into impression (platform, space, user_id, paper_id, shown_at)
                                select :heirPlatform, :heirSpace, :heirUser, paper_id, shown_at from impression
                                where platform = :platform and space = :space and user_id = :user
                                on conflict (platform, space, user_id, paper_id) do nothing"""), account)
                        .bind("heirPlatform", heir.platform().name())
                        .bind("heirSpace", heir.space())
                        .bind("heirUser", heir.id())
                        .execute();
            }
        }
    }
}
