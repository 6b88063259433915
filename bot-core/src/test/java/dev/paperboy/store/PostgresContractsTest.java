package dev.paperboy.store;

import org.junit.jupiter.api.AfterEach;

/** The contracts on a PostgreSQL server. */
class PostgresContractsTest extends SqlStoreContracts {

    private final TestPostgres postgres = TestPostgres.fresh();

    @Override
    Store fresh() {
        return postgres.open();
    }

    @AfterEach
    void drop() {
        postgres.close();
    }
}
