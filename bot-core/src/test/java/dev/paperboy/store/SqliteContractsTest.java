package dev.paperboy.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contracts on SQLite files. */
class SqliteContractsTest extends SqlStoreContracts {

    @TempDir
    Path home;

    @Override
    Store fresh() {
        return Store.open(home.resolve("paperboy.db"));
    }
}
