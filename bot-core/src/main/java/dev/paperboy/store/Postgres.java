package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, which several instances may share.
 *
 * @param url where it is
 */
record Postgres(StoreUrl.Postgres url) implements Vendor {

    /** Enough for as many channels as are served at once to take turns; a server has 100 for everybody. */
    private static final int CONNECTIONS = 10;

    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    @Override
    public String name() {
        return url.name();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** The password does not stand in the URL, which libraries put into their messages. */
    @Override
    public HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("paperboy-shared-store");
        config.setJdbcUrl(url.address());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        properties().forEach((name, value) -> config.addDataSourceProperty(name.toString(), value));
        return config;
    }

    /** What the URL says wins over our defaults. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "paperboy");
        properties.setProperty("connectTimeout", "10");
        // Without it, a statement waits for ever when the server's machine dies.
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(url.parameters());
        return properties;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url.address(), properties());
    }

    @Override
    public AdvisoryLock lockForOpening() throws SQLException {
        return AdvisoryLock.of(connect());
    }

    @Override
    public String migrations() {
        return "classpath:db/postgresql";
    }

    @Override
    public String sequence() {
        return "bigint generated always as identity primary key";
    }

    @Override
    public Optional<String> lockingWritersOf(String table) {
        return Optional.of("lock table " + table + " in share row exclusive mode");
    }

    /** The server's own cleaning follows within minutes; its files are its administrator's. */
    @Override
    public void scrub(Handle handle) {
        // nothing to be done from here
    }

    @Override
    public StoreException explained(Throwable trouble) {
        SQLException cause = innermost(trouble);
        String state = cause == null || cause.getSQLState() == null ? "" : cause.getSQLState();
        String said = firstLine(cause == null ? trouble : cause);
        if (state.startsWith("28")) {
            return refused(name() + " does not let us in (" + said + "); check user and password.", trouble);
        }
        if (state.startsWith("3D")) {
            return refused(name() + " does not exist; make it with encoding UTF8, or check its name.", trouble);
        }
        if (state.equals("42501")) {
            return refused(name() + " gives us too few rights (" + said + ").", trouble);
        }
        String trial = state.startsWith("08") || state.startsWith("57P") ? " cannot be reached: " : " cannot be used: ";
        return new StoreException(StoreException.Kind.UNAVAILABLE, name() + trial + said, trouble);
    }

    private static StoreException refused(String message, Throwable trouble) {
        return new StoreException(StoreException.Kind.REFUSED, message, trouble);
    }

    /** The pool's own exceptions say less than what they wrap. */
    private static @Nullable SQLException innermost(Throwable trouble) {
        SQLException found = null;
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    /** The lines after the first quote what was to be stored. */
    private static String firstLine(Throwable trouble) {
        return String.valueOf(trouble.getMessage()).lines().findFirst().orElse("");
    }
}
