package dev.paperboy.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A new schema on a PostgreSQL server for a trial, dropped with all that is in it at its end. */
public final class ScratchSchema implements AutoCloseable {

    private final String server;
    private final String schema = "scratch_" + UUID.randomUUID().toString().replace("-", "");

    private ScratchSchema(String server) {
        this.server = server;
    }

    /**
     * Makes one.
     *
     * @param server the JDBC URL of a database, which names no schema
     * @throws StoreException if the server does not let us
     */
    public static ScratchSchema on(String server) {
        ScratchSchema fresh = new ScratchSchema(server);
        fresh.execute(server, "create schema " + fresh.schema);
        return fresh;
    }

    /** The JDBC URL of the schema, with the secrets of the server's. */
    public String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** Runs a statement in the schema, past the store. */
    public void execute(String sql) {
        execute(url(), sql);
    }

    private void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException trouble) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE, "the PostgreSQL server refuses a schema for a trial", trouble);
        }
    }

    @Override
    public void close() {
        execute(server, "drop schema " + schema + " cascade");
    }
}
