package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.command.FileTrouble;
import dev.paperboy.digest.Editions;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.feed.Cursors;
import dev.paperboy.feed.Observations;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.reaction.StandingReactions;
import dev.paperboy.subscription.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/**
 * The open database with a repository for each port. What a repository acknowledged outlives {@code kill -9}; its
 * methods may be called from any thread and throw {@link StoreException}.
 */
public final class Store implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource source;
    private final Database database;

    private Store(HikariDataSource source, String name) {
        this.source = source;
        this.database = new Database(name, source);
    }

    /**
     * Opens an SQLite file on a local disk, made if need be, and brings its schema up to date.
     *
     * @throws StoreException if it cannot be opened; a file that a newer version wrote is refused unchanged
     */
    public static Store open(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (OpeningLock _ = OpeningLock.of(file)) {
                return opened(sqlite(file), file.toString());
            }
        } catch (IOException notThere) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    file + " cannot be made: " + FileTrouble.of(notThere) + ". Choose another folder.",
                    notThere);
        }
    }

    private static Store opened(HikariConfig config, String name) {
        HikariDataSource source = null;
        try {
            source = new HikariDataSource(config);
            new Schema(name, source).migrate();
            return new Store(source, name);
        } catch (RuntimeException trouble) {
            if (source != null) {
                source.close();
            }
            throw trouble instanceof StoreException known ? known : Database.explained(name, trouble);
        }
    }

    private static HikariConfig sqlite(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("paperboy-store");
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        // FULL, not NORMAL: with it a commit that returned outlives a power cut as well.
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "10000");
        // A transaction that would only later turn to writing could then fail at once with SQLITE_BUSY.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("foreign_keys", "true");
        return config;
    }

    /** For libraries that keep tables of their own; closed with this store. */
    public DataSource dataSource() {
        return source;
    }

    public Observations observations() {
        return new SqlObservations(database);
    }

    public Cursors cursors() {
        return new SqlCursors(database);
    }

    public ReadingLists readingLists() {
        return new SqlReadingLists(database);
    }

    public Subscriptions subscriptions() {
        return new SqlSubscriptions(database);
    }

    public Editions editions() {
        return new SqlEditions(database);
    }

    public PostedPapers postedPapers() {
        return new SqlPostedPapers(database);
    }

    public StandingReactions standingReactions() {
        return new SqlStandingReactions(database);
    }

    public RequestKeys requestKeys() {
        return new SqlRequestKeys(database);
    }

    /** What SQLite finds wrong with its file, up to a hundred lines; empty if it is sound. Reads all of it. */
    public List<String> damage() {
        return database.with(handle -> handle.createQuery("pragma integrity_check").mapTo(String.class).stream()
                .filter(line -> !line.equals("ok"))
                .toList());
    }

    @Override
    public void close() {
        source.close();
    }
}
