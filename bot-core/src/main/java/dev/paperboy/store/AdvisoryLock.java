package dev.paperboy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** {@link OpeningLock} for a PostgreSQL database: held by a connection of its own, and gone with it. */
final class AdvisoryLock implements AutoCloseable {

    /** Of all locks of a database, ours: any number that nobody else is likely to choose. */
    private static final long KEY = 0x7061_7065_7262_6f79L;

    private final Connection connection;

    private AdvisoryLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits for its turn, as long as the connection waits for an answer. */
    static AdvisoryLock of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + KEY + ")");
            return new AdvisoryLock(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
