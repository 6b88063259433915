package dev.paperboy.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a store is: an SQLite file, for one instance of Paperboy, or a PostgreSQL database, for several. As text it shows
 * neither user nor password.
 */
public sealed interface StoreUrl {

    /**
     * Reads a JDBC URL.
     *
     * @throws IllegalArgumentException if it is none of ours; the message goes on from the key, and quotes nothing that
     *     may be a password
     */
    static StoreUrl parse(String text) {
        if (text.startsWith(Sqlite.PREFIX)) {
            return Sqlite.parse(text);
        }
        if (text.startsWith(Postgres.PREFIX)) {
            return Postgres.parse(text);
        }
        throw new IllegalArgumentException("must begin with " + Sqlite.PREFIX + " or " + Postgres.PREFIX);
    }

    /**
     * An SQLite file.
     *
     * @param file on a local disk, since no network folder locks it reliably; need not exist
     */
    record Sqlite(Path file) implements StoreUrl {

        static final String PREFIX = "jdbc:sqlite:";
        private static final String NO_FILE = "must name a file, such as jdbc:sqlite:/var/lib/paperboy/paperboy.db";

        public Sqlite {
            file = file.toAbsolutePath().normalize();
        }

        /** What SQLite takes besides, such as {@code :memory:} or parameters, would undo what we promise of a store. */
        private static Sqlite parse(String text) {
            String name = text.substring(PREFIX.length());
            if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
                throw new IllegalArgumentException(NO_FILE);
            }
            try {
                return new Sqlite(Path.of(name));
            } catch (InvalidPathException noPath) {
                throw new IllegalArgumentException(NO_FILE, noPath);
            }
        }

        @Override
        public String toString() {
            return PREFIX + file;
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param address the URL without its parameters
     * @param parameters by the driver's names, {@code user} and {@code password} among them
     */
    record Postgres(String address, Map<String, String> parameters) implements StoreUrl {

        static final String PREFIX = "jdbc:postgresql:";
        private static final String EXPECTED =
                "must have the shape jdbc:postgresql://host:5432/database?user=name&password=secret";
        private static final String SERVER = "(?:[\\w.-]+|\\[[0-9a-fA-F:.]+\\])?(?::\\d{1,5})?";
        private static final Pattern SHAPE = Pattern.compile(PREFIX + "//(?<servers>" + SERVER + "(?:," + SERVER
                + ")*)/(?<database>[^/?@]+)(?:\\?(?<parameters>.*))?");

        public Postgres {
            parameters = Map.copyOf(parameters);
        }

        /**
         * The driver itself is not asked first: it would log what it takes for a port, and in
         * {@code //user:password@host} that is the password.
         */
        private static Postgres parse(String text) {
            Matcher shape = SHAPE.matcher(text);
            if (!shape.matches()) {
                throw new IllegalArgumentException(EXPECTED);
            }
            String query = shape.group("parameters");
            String address = query == null ? text : text.substring(0, text.length() - query.length() - 1);
            Set<String> known = parametersOfDriver(address);
            return new Postgres(address, query == null || query.isEmpty() ? Map.of() : parameters(query, known));
        }

        private static Set<String> parametersOfDriver(String address) {
            try {
                Driver driver = DriverManager.getDriver(address);
                return Stream.of(driver.getPropertyInfo(address, new Properties()))
                        .map(property -> property.name)
                        .collect(Collectors.toSet());
            } catch (SQLException none) {
                throw new IllegalArgumentException(EXPECTED, none);
            }
        }

        private static Map<String, String> parameters(String query, Set<String> known) {
            Map<String, String> parameters = new HashMap<>();
            for (String one : query.split("&")) {
                int equals = one.indexOf('=');
                if (equals < 0 || !known.contains(one.substring(0, equals))) {
                    throw new IllegalArgumentException(
                            "has a parameter that PostgreSQL's driver does not know; in a value, & is written %26");
                }
                parameters.put(one.substring(0, equals), decoded(one.substring(equals + 1)));
            }
            return parameters;
        }

        private static String decoded(String value) {
            try {
                return URLDecoder.decode(value, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException quotesIt) {
                throw new IllegalArgumentException("has a value with a lone %, which is written %25");
            }
        }

        /** The name of the database and where it is, for people. */
        String name() {
            Matcher shape = SHAPE.matcher(address);
            return shape.matches()
                    ? "the PostgreSQL database " + shape.group("database") + " at "
                            + (shape.group("servers").isEmpty() ? "localhost" : shape.group("servers"))
                    : address;
        }

        @Override
        public String toString() {
            return parameters.isEmpty() ? address : address + "?***";
        }
    }
}
