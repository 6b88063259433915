package dev.paperboy.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server of a PostgreSQL that is installed on this machine, in a folder of its own, on loopback, until the JVM ends. */
public final class InstalledPostgres {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private InstalledPostgres() {}

    /**
     * Starts one on a free port; what it keeps is of no use afterwards.
     *
     * @return the JDBC URL of a database of it
     * @throws IOException if none is installed, or it does not start
     */
    public static String start() throws IOException {
        Path programs = programs();
        Path folder = Files.createTempDirectory("paperboy-postgres");
        Path data = folder.resolve("data");
        int port = freePort();
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(asServer(programs.resolve("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "-N"));
        String options = "-p " + port + " -h 127.0.0.1 -k " + folder + " -F -N 300";
        run(asServer(
                programs.resolve("pg_ctl"), "-D", data, "-w", "-l", folder.resolve("log"), "-o", options, "start"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(programs, data)));
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private static void stop(Path programs, Path data) {
        try {
            run(asServer(programs.resolve("pg_ctl"), "-D", data, "-m", "immediate", "stop"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Debian keeps them off the path; the newest version there, else whatever the path has. */
    private static Path programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Path.of("");
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElse(Path.of(""));
        }
    }

    /** The server refuses to run as root. */
    private static List<String> asServer(Object... command) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        Stream.of(command).map(Object::toString).forEach(words::add);
        return words;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** The server keeps what it inherits, so its output must not be a pipe that somebody reads to the end. */
    private static void run(List<String> command) throws IOException {
        Path said = Files.createTempFile("paperboy-postgres", ".out");
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .directory(new File("/"))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + ": "
                        + Files.readString(said, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
