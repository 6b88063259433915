package dev.paperboy.store;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database's tables to what this program needs. */
final class Schema {

    private final String name;
    private final DataSource source;

    Schema(String name, DataSource source) {
        this.name = name;
        this.source = source;
    }

    /** @throws StoreException if a newer program has been here; nothing is changed then */
    void migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/common", "classpath:db/sqlite")
                .placeholders(Map.of("sequence", "integer primary key autoincrement"))
                .load();
        try {
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException trouble) {
            throw Database.explained(name, trouble);
        }
    }

    private void refuseNewer(Flyway flyway) {
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StoreException(
                    StoreException.Kind.REFUSED,
                    name + " was written by a newer Paperboy; update this one, or use another --home.");
        }
    }
}
