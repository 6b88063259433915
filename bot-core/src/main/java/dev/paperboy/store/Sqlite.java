package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite, in one file on a local disk.
 *
 * @param file need not exist
 */
record Sqlite(Path file) implements Vendor {

    private static final int CONNECTIONS = 4;

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public HikariConfig pool() {
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

    @Override
    public OpeningLock lockForOpening() throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return OpeningLock.of(file);
    }

    @Override
    public String migrations() {
        return "classpath:db/sqlite";
    }

    @Override
    public String sequence() {
        return "integer primary key autoincrement";
    }

    /** A transaction of ours has the whole file from its beginning. */
    @Override
    public Optional<String> lockingWritersOf(String table) {
        return Optional.empty();
    }

    /** The file is written anew, and the log that it was written through is emptied. */
    @Override
    public void scrub(Handle handle) {
        handle.execute("vacuum");
        int busy = handle.createQuery("pragma wal_checkpoint(truncate)")
                .mapTo(Integer.class)
                .one();
        if (busy != 0) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    file + "-wal is in use, and may still hold what was deleted; try again later.");
        }
    }

    @Override
    public StoreException explained(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return explained(sqlite.getResultCode(), trouble);
            }
        }
        return new StoreException(
                StoreException.Kind.UNAVAILABLE, file + " cannot be used: " + trouble.getMessage(), trouble);
    }

    private StoreException explained(SQLiteErrorCode code, Throwable trouble) {
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    file + " is locked by another program; stop it, or try again later.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new StoreException(
                    StoreException.Kind.MALFORMED,
                    file + " is damaged or no database; move it away, or bring back a backup.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return new StoreException(
                    StoreException.Kind.UNAVAILABLE, file + " cannot grow: the disk is full.", trouble);
        }
        return new StoreException(
                StoreException.Kind.UNAVAILABLE, file + " cannot be used (" + code.message + ").", trouble);
    }
}
