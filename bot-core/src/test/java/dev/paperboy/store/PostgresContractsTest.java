package dev.paperboy.store;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts on a PostgreSQL server; one schema that is emptied serves them all, as making one takes its time. */
class PostgresContractsTest extends SqlStoreContracts {

    private static TestPostgres postgres;
    private static Store store;

    @BeforeAll
    static void begin() {
        postgres = TestPostgres.fresh();
        store = postgres.open();
    }

    @AfterAll
    static void end() {
        store.close();
        postgres.close();
    }

    @Override
    Store fresh() throws SQLException {
        postgres.execute("truncate "
                + TableLines.columns(store).stream()
                        .map(column -> column.replaceAll("\\..*", ""))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + " restart identity");
        return store;
    }

    /** It serves the next one. */
    @Override
    void end(Store used) {}
}
