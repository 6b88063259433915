package dev.paperboy.store;

/**
 * A schema of a test's own on a real PostgreSQL server, dropped at its end. The server is the one that
 * {@code PAPERBOY_TEST_PG_URL} names, else one for this process, unpacked by the build or installed on this machine. If
 * there is none, the test fails: it is never skipped.
 */
public final class TestPostgres implements AutoCloseable {

    private final ScratchSchema schema = ScratchSchema.on(server());

    private TestPostgres() {}

    public static TestPostgres fresh() {
        return new TestPostgres();
    }

    /** The JDBC URL of the server's database, for who makes a schema there too. */
    public static String server() {
        return TestServer.url();
    }

    /** As it stands in the settings. */
    public String url() {
        return schema.url();
    }

    public StoreUrl storeUrl() {
        return StoreUrl.parse(url());
    }

    public Store open() {
        return Store.open(storeUrl());
    }

    /** Runs a statement in the schema, past the store. */
    public void execute(String sql) {
        schema.execute(sql);
    }

    @Override
    public void close() {
        schema.close();
    }
}
