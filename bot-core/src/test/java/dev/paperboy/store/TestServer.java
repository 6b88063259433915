package dev.paperboy.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL server of this process, started by who needs it first; it ends with the process. */
final class TestServer {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

    private TestServer() {}

    /** Started once, when this class is first used. */
    private static final class Started {
        static final String URL =
                Optional.ofNullable(System.getenv("PAPERBOY_TEST_PG_URL")).orElseGet(TestServer::start);
    }

    static String url() {
        return Started.URL;
    }

    private static String start() {
        try {
            return embedded();
        } catch (IOException | RuntimeException unpacked) {
            LOG.warn("the PostgreSQL that the build brings does not start, trying an installed one", unpacked);
            try {
                return InstalledPostgres.start();
            } catch (IOException installed) {
                IllegalStateException none = new IllegalStateException(
                        "these tests need a PostgreSQL server: name one in PAPERBOY_TEST_PG_URL, or install one",
                        installed);
                none.addSuppressed(unpacked);
                throw none;
            }
        }
    }

    /** Its own shutdown hook stops it. */
    @SuppressWarnings("resource")
    private static String embedded() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                .start()
                .getJdbcUrl("postgres", "postgres");
    }
}
