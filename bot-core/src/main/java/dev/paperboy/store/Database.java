package dev.paperboy.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one way by which the repositories reach SQL; turns the library's exceptions into {@link StoreException}. */
final class Database {

    private final String name;
    private final Jdbi jdbi;

    /** @param name what people know the database by */
    Database(String name, DataSource source) {
        this.name = name;
        this.jdbi = Jdbi.create(source);
    }

    /** Runs a single statement, committed when this returns. */
    <T> T with(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException trouble) {
            throw explained(name, trouble);
        }
    }

    /** Runs several statements as one: all are committed when this returns, or none. */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException trouble) {
            throw explained(name, trouble);
        }
    }

    /** What an exception from below means. */
    static StoreException explained(String name, Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return explained(name, sqlite.getResultCode(), trouble);
            }
        }
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new StoreException(
                        StoreException.Kind.UNAVAILABLE, name + " cannot be used: " + sql.getMessage(), trouble);
            }
        }
        return new StoreException(
                StoreException.Kind.UNAVAILABLE, name + " cannot be used: " + trouble.getMessage(), trouble);
    }

    private static StoreException explained(String name, SQLiteErrorCode code, Throwable trouble) {
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    name + " is locked by another program; stop it, or try again later.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new StoreException(
                    StoreException.Kind.MALFORMED,
                    name + " is damaged or no database; move it away, or bring back a backup.",
                    trouble);
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return new StoreException(
                    StoreException.Kind.UNAVAILABLE, name + " cannot grow: the disk is full.", trouble);
        }
        return new StoreException(
                StoreException.Kind.UNAVAILABLE, name + " cannot be used (" + code.message + ").", trouble);
    }
}
