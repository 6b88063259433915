package dev.paperboy.store;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Reading lists in SQL. Each account has rows of its own, and the list of a person is those of all their accounts
 * together; of several rows of one paper, state and remark are the same.
 */
final class SqlReadingLists implements ReadingLists {

    private static final String STANDING = Refs.OF_ACCOUNT + " and paper_id = :paper and removed_at is null";

    private final Database database;

    SqlReadingLists(Database database) {
        this.database = database;
    }

    /** A paper in one account's rows. */
    private record Row(long seq, SavedEntry entry) {
        static final Comparator<Row> OLDEST_FIRST =
                Comparator.comparing((Row row) -> row.entry().savedAt()).thenComparingLong(Row::seq);
    }

    @Override
    public boolean save(UserRef user, PaperId paper, Instant at) {
        return database.inTransaction(handle -> {
            forgetRemoved(handle, at);
            List<UserRef> accounts = SqlAccounts.of(handle, user);
            if (standing(handle, accounts, paper).isPresent()) {
                return false;
            }
            return bringBack(handle, accounts, paper, at) || insert(handle, user, paper, at);
        });
    }

    @Override
    public int addAll(UserRef user, List<SavedEntry> entries) {
        return database.inTransaction(handle -> {
            List<UserRef> accounts = SqlAccounts.of(handle, user);
            int added = 0;
            for (SavedEntry entry : entries) {
                Optional<SavedEntry> there = standing(handle, accounts, entry.paper());
                if (there.isEmpty()) {
                    put(handle, user, entry);
                    added++;
                } else {
                    SavedEntry both = there.get().adding(entry);
                    change(
                            handle,
                            accounts,
                            entry.paper(),
                            "saved_at = :at, reading_state = :state, remark = :remark",
                            row -> row.bind("at", both.savedAt().toEpochMilli())
                                    .bind("state", both.state().name())
                                    .bind("remark", both.remark().text()));
                }
            }
            return added;
        });
    }

    /** Writes a row, or what stands in it, anew. */
    private static void put(Handle handle, UserRef account, SavedEntry entry) {
        Refs.bind(handle.createUpdate("""
                        insert into saved_paper
                            (platform, space, user_id, paper_id, saved_at, reading_state, remark)
                        values (:platform, :space, :user, :paper, :at, :state, :remark)
                        on conflict (platform, space, user_id, paper_id) do update set
                            saved_at = excluded.saved_at, reading_state = excluded.reading_state,
                            remark = excluded.remark, removed_at = null"""), account)
                .bind("paper", entry.paper().value())
                .bind("at", entry.savedAt().toEpochMilli())
                .bind("state", entry.state().name())
                .bind("remark", entry.remark().text())
                .execute();
    }

    /** The row that was taken off last, as it knows best what was noted. */
    private static boolean bringBack(Handle handle, List<UserRef> accounts, PaperId paper, Instant at) {
        record Removed(long seq, long removedAt) {}
        Optional<Removed> last = accounts.stream()
                .flatMap(account -> Refs.bind(
                        handle.createQuery("select seq, removed_at from saved_paper where" + Refs.OF_ACCOUNT
                                + " and paper_id = :paper and removed_at is not null"),
                        account)
                        .bind("paper", paper.value())
                        .map((row, context) -> new Removed(row.getLong("seq"), row.getLong("removed_at")))
                        .stream())
                .max(Comparator.comparingLong(Removed::removedAt));
        return last.isPresent()
                && handle.createUpdate("""
                                update saved_paper set removed_at = null,
                                    saved_at = case when removed_at < :placeKept then :at else saved_at end
                                where seq = :seq and removed_at is not null""")
                                .bind("seq", last.get().seq())
                                .bind("at", at.toEpochMilli())
                                .bind("placeKept", at.minus(PLACE_KEPT).toEpochMilli())
                                .execute()
                        == 1;
    }

    private static boolean insert(Handle handle, UserRef user, PaperId paper, Instant at) {
        return Refs.bind(handle.createUpdate("""
                        insert into saved_paper (platform, space, user_id, paper_id, saved_at)
                        values (:platform, :space, :user, :paper, :at)
                        on conflict (platform, space, user_id, paper_id) do nothing"""), user)
                        .bind("paper", paper.value())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(UserRef user, PaperId paper, Instant at) {
        return database.inTransaction(handle -> {
            forgetRemoved(handle, at);
            return change(
                            handle,
                            SqlAccounts.of(handle, user),
                            paper,
                            "removed_at = :at",
                            row -> row.bind("at", at.toEpochMilli()))
                    > 0;
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
        return database.with(handle -> standing(handle, SqlAccounts.of(handle, user), paper));
    }

    private static Optional<SavedEntry> standing(Handle handle, List<UserRef> accounts, PaperId paper) {
        return accounts.stream()
                .flatMap(account -> Refs.bind(handle.createQuery("select * from saved_paper where" + STANDING), account)
                        .bind("paper", paper.value())
                        .map((row, context) -> row(row))
                        .stream())
                .min(Row.OLDEST_FIRST)
                .map(Row::entry);
    }

    @Override
    public void mark(UserRef user, PaperId paper, ReadingState state) {
        database.inTransaction(handle -> change(
                handle,
                SqlAccounts.of(handle, user),
                paper,
                "reading_state = :state",
                row -> row.bind("state", state.name())));
    }

    @Override
    public void annotate(UserRef user, PaperId paper, Remark remark) {
        database.inTransaction(handle -> change(
                handle,
                SqlAccounts.of(handle, user),
                paper,
                "remark = :remark",
                row -> row.bind("remark", remark.text())));
    }

    /** Changes a paper in the rows of all accounts of a person, and says how many there were. */
    private static int change(
            Handle handle, List<UserRef> accounts, PaperId paper, String change, UnaryOperator<Update> binding) {
        return accounts.stream()
                .mapToInt(account -> binding.apply(Refs.bind(
                                        handle.createUpdate("update saved_paper set " + change + " where" + STANDING),
                                        account)
                                .bind("paper", paper.value()))
                        .execute())
                .sum();
    }

    @Override
    public Set<PaperId> everOn(UserRef user) {
        return database.with(handle -> SqlAccounts.of(handle, user).stream()
                .flatMap(account -> Refs.bind(
                        handle.createQuery("select paper_id from saved_paper where" + Refs.OF_ACCOUNT), account)
                        .mapTo(String.class)
                        .stream())
                .map(PaperId::new)
                .collect(Collectors.toSet()));
    }

    @Override
    public List<SavedEntry> entries(UserRef user) {
        return database.with(handle -> entries(handle, SqlAccounts.of(handle, user)));
    }

    static List<SavedEntry> entries(Handle handle, List<UserRef> accounts) {
        Map<PaperId, Row> oldest = new HashMap<>();
        accounts.stream()
                .flatMap(account -> rows(handle, account).stream())
                .sorted(Row.OLDEST_FIRST)
                .forEach(row -> oldest.putIfAbsent(row.entry().paper(), row));
        return oldest.values().stream()
                .sorted(Row.OLDEST_FIRST.reversed())
                .map(Row::entry)
                .toList();
    }

    private static List<Row> rows(Handle handle, UserRef account) {
        return Refs.bind(
                        handle.createQuery(
                                "select * from saved_paper where" + Refs.OF_ACCOUNT + " and removed_at is null"),
                        account)
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                new SavedEntry(
                        new PaperId(row.getString("paper_id")),
                        Instant.ofEpochMilli(row.getLong("saved_at")),
                        ReadingState.valueOf(row.getString("reading_state")),
                        Remark.of(row.getString("remark"))));
    }

    /** Has the rows of accounts that become one person's say the same of the same paper. */
    static void putTogether(Handle handle, List<UserRef> accounts) {
        Map<PaperId, List<SavedEntry>> byPaper = accounts.stream()
                .flatMap(account -> rows(handle, account).stream())
                .map(Row::entry)
                .collect(Collectors.groupingBy(SavedEntry::paper));
        byPaper.forEach((paper, entries) -> {
            if (entries.size() > 1) {
                SavedEntry whole = entries.stream().reduce(SavedEntry::with).orElseThrow();
                change(
                        handle,
                        accounts,
                        paper,
                        "reading_state = :state, remark = :remark",
                        row -> row.bind("state", whole.state().name())
                                .bind("remark", whole.remark().text()));
            }
        });
    }

    /** Gives each of some accounts all that their person has on the list. */
    static void share(Handle handle, List<UserRef> accounts, List<UserRef> heirs) {
        List<SavedEntry> entries = entries(handle, accounts).reversed();
        boolean quiet = accounts.stream().anyMatch(account -> wantsNoNotes(handle, account));
        for (UserRef heir : heirs) {
            entries.forEach(entry -> put(handle, heir, entry));
            if (quiet) {
                wantNoNotes(handle, heir);
            }
        }
    }

    @Override
    public Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers) {
        if (papers.isEmpty()) {
            return Map.of();
        }
        return database.with(handle -> {
            Map<UserRef, UserRef> persons = SqlAccounts.persons(handle);
            Map<PaperId, Map<UserRef, UserRef>> readers = new HashMap<>();
            handle.createQuery("""
                            select paper_id, platform, space, user_id from saved_paper
                            where paper_id in (<papers>) and removed_at is null and reading_state <> 'NOT_INTERESTED'
                            order by seq""")
                    .bindList(
                            "papers",
                            papers.stream().map(PaperId::value).distinct().toList())
                    .map((row, context) -> Map.entry(new PaperId(row.getString("paper_id")), Refs.account(row)))
                    .forEach(saved -> readers.computeIfAbsent(saved.getKey(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(persons.getOrDefault(saved.getValue(), saved.getValue()), saved.getValue()));
            Set<UserRef> quiet = quiet(handle, persons);
            Map<PaperId, Set<UserRef>> told = new HashMap<>();
            readers.forEach((paper, accounts) -> {
                accounts.keySet().removeAll(quiet);
                if (!accounts.isEmpty()) {
                    told.put(paper, new LinkedHashSet<>(accounts.values()));
                }
            });
            return told;
        });
    }

    /** The persons who want no notes. */
    private static Set<UserRef> quiet(Handle handle, Map<UserRef, UserRef> persons) {
        return handle.createQuery("select platform, space, user_id from reader_without_notes")
                .map((row, context) -> Refs.account(row))
                .map(account -> persons.getOrDefault(account, account))
                .set();
    }

    @Override
    public boolean wants(UserRef user) {
        return database.with(
                handle -> SqlAccounts.of(handle, user).stream().noneMatch(account -> wantsNoNotes(handle, account)));
    }

    private static boolean wantsNoNotes(Handle handle, UserRef account) {
        return Refs.bind(handle.createQuery("select 1 from reader_without_notes where" + Refs.OF_ACCOUNT), account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void want(UserRef user, boolean notes) {
        database.inTransaction(handle -> {
            if (notes) {
                SqlAccounts.of(handle, user)
                        .forEach(account -> Refs.bind(
                                        handle.createUpdate("delete from reader_without_notes where" + Refs.OF_ACCOUNT),
                                        account)
                                .execute());
            } else {
                wantNoNotes(handle, user);
            }
            return null;
        });
    }

    private static void wantNoNotes(Handle handle, UserRef account) {
        Refs.bind(handle.createUpdate("""
                        insert into reader_without_notes (platform, space, user_id) values (:platform, :space, :user)
                        on conflict (platform, space, user_id) do nothing"""), account).execute();
    }
}
