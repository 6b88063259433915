package dev.paperboy.config.doctor;

import dev.paperboy.store.PostgresLook;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreException;
import dev.paperboy.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The store: a sound file, or a PostgreSQL server that can be used. */
final class StoreCheck {

    private static final String NAME = "store";
    /** Older ones get no corrections from their makers any more. */
    private static final int OLDEST_SERVER = 14;

    /** Instances that share a store go by their own clocks; a lease lasts 40 s. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final InstantSource clock;

    StoreCheck(InstantSource clock) {
        this.clock = clock;
    }

    List<Finding> findings(StoreUrl url) {
        try {
            return switch (url) {
                case StoreUrl.Sqlite(Path file) -> List.of(file(file));
                case StoreUrl.Postgres server -> server(PostgresLook.at(server));
            };
        } catch (StoreException e) {
            return List.of(Finding.fail(NAME, String.valueOf(e.getMessage())));
        }
    }

    private static Finding file(Path file) {
        if (!Files.exists(file)) {
            return Finding.ok(NAME, "none yet; it is made when it is needed");
        }
        try (Store store = Store.open(file)) {
            List<String> damage = store.damage();
            return damage.isEmpty()
                    ? Finding.ok(NAME, file + " is sound")
                    : Finding.fail(NAME, file + " is damaged (" + damage.getFirst() + "); bring back a backup");
        }
    }

    private List<Finding> server(PostgresLook look) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                look.majorVersion() < OLDEST_SERVER
                        ? Finding.warn(
                                NAME,
                                look.name() + " is version " + look.version() + "; " + OLDEST_SERVER
                                        + " is the oldest that is still looked after")
                        : Finding.ok(NAME, look.name() + " answers, version " + look.version()));
        findings.add(schema(look));
        if (!look.encoding().equals("UTF8")) {
            findings.add(Finding.fail(
                    NAME, "its encoding is " + look.encoding() + "; make the database anew with encoding UTF8"));
        }
        Duration apart = Duration.between(look.now(), clock.instant()).abs();
        if (apart.compareTo(CLOCKS_APART) > 0) {
            findings.add(Finding.warn(
                    NAME,
                    "its clock and this machine's are " + apart.toSeconds()
                            + " s apart; set both by NTP, for instances that share it must agree on the time"));
        }
        return findings;
    }

    private static Finding schema(PostgresLook look) {
        return switch (look.tables()) {
            case CURRENT -> Finding.ok(NAME, "its tables are up to date");
            case OLDER ->
                Finding.ok(NAME, "its tables are of an older Paperboy; the next start brings them up to date");
            case NEWER -> Finding.fail(NAME, "its tables are of a newer Paperboy; update this one");
            case NONE ->
                look.mayMakeTables()
                        ? Finding.ok(NAME, "it has no tables yet; the first start makes them")
                        : Finding.fail(
                                NAME,
                                "its user may not make tables in schema " + look.schema()
                                        + "; run: grant create on schema " + look.schema() + " to " + look.user());
        };
    }
}
