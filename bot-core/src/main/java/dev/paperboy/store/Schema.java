package dev.paperboy.store;

import dev.paperboy.store.PostgresLook.Tables;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** A database's tables, and how they come to what this program needs. */
final class Schema {

    private final Vendor vendor;
    private final Flyway flyway;

    Schema(Vendor vendor, DataSource source) {
        this.vendor = vendor;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/common", vendor.migrations())
                .placeholders(Map.of("sequence", vendor.sequence()))
                .load();
    }

    /** @throws StoreException if a newer program has been here, or another one; nothing is changed then */
    void migrate() {
        try {
            if (tables() == Tables.NEWER) {
                throw new StoreException(
                        StoreException.Kind.REFUSED,
                        vendor.name() + " was written by a newer Paperboy; update this one, or use another store.");
            }
            flyway.migrate();
        } catch (FlywayException trouble) {
            throw explained(trouble);
        }
    }

    /** Looks, and changes nothing. */
    Tables tables() {
        MigrationInfoService info = flyway.info();
        boolean newer = Arrays.stream(info.applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            return Tables.NEWER;
        }
        if (info.applied().length == 0) {
            return Tables.NONE;
        }
        return info.pending().length > 0 ? Tables.OLDER : Tables.CURRENT;
    }

    private StoreException explained(FlywayException trouble) {
        return trouble.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                ? new StoreException(
                        StoreException.Kind.REFUSED,
                        vendor.name()
                                + " holds tables of something else; give Paperboy a database or schema of its own.",
                        trouble)
                : vendor.explained(trouble);
    }
}
