package dev.paperboy.store;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reading lists in SQL. */
final class SqlReadingLists implements ReadingLists {

    private static final String OF_USER = " platform = :platform and space = :space and user_id = :user";

    private static final String STANDING = OF_USER + " and paper_id = :paper and removed_at is null";

    private final Database database;

    SqlReadingLists(Database database) {
        this.database = database;
    }

    @Override
    public boolean save(UserRef user, PaperId paper, Instant at) {
        return database.inTransaction(handle -> {
            forgetRemoved(handle, at);
            return bind(handle.createUpdate("""
                            insert into saved_paper (platform, space, user_id, paper_id, saved_at)
                            values (:platform, :space, :user, :paper, :at)
                            on conflict (platform, space, user_id, paper_id) do update set
                                saved_at = case when saved_paper.removed_at < :placeKept
                                    then excluded.saved_at else saved_paper.saved_at end,
                                removed_at = null
                            where saved_paper.removed_at is not null"""), user)
                            .bind("paper", paper.value())
                            .bind("at", at.toEpochMilli())
                            .bind("placeKept", at.minus(PLACE_KEPT).toEpochMilli())
                            .execute()
                    == 1;
        });
    }

    @Override
    public boolean remove(UserRef user, PaperId paper, Instant at) {
        return database.inTransaction(handle -> {
            forgetRemoved(handle, at);
            return bind(handle.createUpdate("update saved_paper set removed_at = :at where" + STANDING), user)
                            .bind("paper", paper.value())
                            .bind("at", at.toEpochMilli())
                            .execute()
                    == 1;
        });
    }

    /** Of everybody: whoever took a paper off may never come back to have it done. */
    private static void forgetRemoved(Handle handle, Instant at) {
        handle.createUpdate("delete from saved_paper where removed_at < :kept")
                .bind("kept", at.minus(REMARK_KEPT).toEpochMilli())
                .execute();
    }

    @Override
    public Optional<SavedEntry> find(UserRef user, PaperId paper) {
        return database.with(handle -> bind(handle.createQuery("select * from saved_paper where" + STANDING), user)
                .bind("paper", paper.value())
                .map((row, context) -> entry(row))
                .findOne());
    }

    @Override
    public void mark(UserRef user, PaperId paper, ReadingState state) {
        database.write(handle -> bind(
                        handle.createUpdate("update saved_paper set reading_state = :state where" + STANDING), user)
                .bind("paper", paper.value())
                .bind("state", state.name())
                .execute());
    }

    @Override
    public void annotate(UserRef user, PaperId paper, Remark remark) {
        database.write(
                handle -> bind(handle.createUpdate("update saved_paper set remark = :remark where" + STANDING), user)
                        .bind("paper", paper.value())
                        .bind("remark", remark.text())
                        .execute());
    }

    @Override
    public List<SavedEntry> entries(UserRef user) {
        return database.with(handle -> bind(
                        handle.createQuery("select * from saved_paper where" + OF_USER
                                + " and removed_at is null order by saved_at desc, seq desc"),
                        user)
                .map((row, context) -> entry(row))
                .list());
    }

    private static SavedEntry entry(ResultSet row) throws SQLException {
        return new SavedEntry(
                new PaperId(row.getString("paper_id")),
                Instant.ofEpochMilli(row.getLong("saved_at")),
                ReadingState.valueOf(row.getString("reading_state")),
                Remark.of(row.getString("remark")));
    }

    @Override
    public Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers) {
        if (papers.isEmpty()) {
            return Map.of();
        }
        return database.with(handle -> handle
                .createQuery("""
                        select s.paper_id, s.platform, s.space, s.user_id from saved_paper s
                        where s.paper_id in (<papers>) and s.removed_at is null
                            and s.reading_state <> 'NOT_INTERESTED' and not exists (
                            select 1 from reader_without_notes r
                            where r.platform = s.platform and r.space = s.space and r.user_id = s.user_id)
                        order by s.seq""")
                .bindList(
                        "papers", papers.stream().map(PaperId::value).distinct().toList())
                .map((row, context) -> Map.entry(new PaperId(row.getString("paper_id")), user(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(LinkedHashSet::new)))));
    }

    @Override
    public boolean wants(UserRef user) {
        return database.with(
                        handle -> bind(handle.createQuery("select 1 from reader_without_notes where" + OF_USER), user)
                                .mapTo(Integer.class)
                                .findOne())
                .isEmpty();
    }

    @Override
    public void want(UserRef user, boolean notes) {
        String change = notes ? "delete from reader_without_notes where" + OF_USER : """
                insert into reader_without_notes (platform, space, user_id) values (:platform, :space, :user)
                on conflict (platform, space, user_id) do nothing""";
        database.write(handle -> bind(handle.createUpdate(change), user).execute());
    }

    private static UserRef user(ResultSet row) throws SQLException {
        return new UserRef(
                Platform.valueOf(row.getString("platform")), row.getString("space"), row.getString("user_id"));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, UserRef user) {
        return statement
                .bind("platform", user.platform().name())
                .bind("space", user.space())
                .bind("user", user.id());
    }
}
