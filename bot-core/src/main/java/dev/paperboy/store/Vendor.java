package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the two databases do differently. */
sealed interface Vendor permits Sqlite, Postgres {

    /** What people know the database by. */
    String name();

    /** Whether several instances may work on it at once. */
    boolean isShared();

    /** How connections to it are made. */
    HikariConfig pool();

    /** Waits until nobody else, of all threads and programs, opens the database and brings its schema up to date. */
    AutoCloseable lockForOpening() throws IOException, SQLException;

    /** Where the migrations are that only this vendor needs. */
    String migrations();

    /** How a column is declared that numbers the rows as they come. */
    String sequence();

    /** The statement that makes other writers of a table wait until the transaction ends; empty if they do anyway. */
    Optional<String> lockingWritersOf(String table);

    /** Has the files hold nothing of deleted rows any more; outside any transaction. */
    void scrub(Handle handle);

    /** What an exception from below means. */
    StoreException explained(Throwable trouble);
}
