package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/**
 * What a look at a PostgreSQL database finds; it changes nothing there.
 *
 * @param name the database and where it is, for people
 * @param version of the server, as it writes it
 * @param majorVersion the first number of it
 * @param encoding of the database
 * @param user as whom we are there
 * @param schema where the tables are or will be
 * @param mayMakeTables whether that user may make them there
 * @param now the server's time
 * @param tables how they are
 */
public record PostgresLook(
        String name,
        String version,
        int majorVersion,
        String encoding,
        String user,
        String schema,
        boolean mayMakeTables,
        Instant now,
        Tables tables) {

    /** How the tables that are there compare with those that this program needs. */
    public enum Tables {
        NONE,
        OLDER,
        CURRENT,
        NEWER
    }

    private static final int VERSIONS_TO_A_MAJOR = 10_000;

    private static final String LOOK = """
            select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
                current_setting('server_encoding') as encoding, current_user as login,
                coalesce(current_schema(), '?') as place,
                coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_make, now() as moment""";

    /** @throws StoreException if it cannot be reached, or does not let us in */
    public static PostgresLook at(StoreUrl.Postgres url) {
        Postgres vendor = new Postgres(url);
        HikariConfig few = vendor.pool();
        few.setPoolName("paperboy-look");
        few.setMaximumPoolSize(2);
        try (HikariDataSource source = new HikariDataSource(few)) {
            Tables tables = new Schema(vendor, source).tables();
            return Jdbi.create(source)
                    .withHandle(handle -> handle.createQuery(LOOK)
                            .map((row, context) -> look(vendor.name(), row, tables))
                            .one());
        } catch (StoreException known) {
            throw known;
        } catch (RuntimeException trouble) {
            throw vendor.explained(trouble);
        }
    }

    private static PostgresLook look(String name, ResultSet row, Tables tables) throws SQLException {
        return new PostgresLook(
                name,
                row.getString("version"),
                row.getInt("number") / VERSIONS_TO_A_MAJOR,
                row.getString("encoding"),
                row.getString("login"),
                row.getString("place"),
                row.getBoolean("may_make"),
                row.getObject("moment", OffsetDateTime.class).toInstant(),
                tables);
    }
}
