package dev.paperboy.config.chaos;

import dev.paperboy.config.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bot processes, each a {@code paperboy run} of its own with a home folder of its own. A process is killed as
 * {@code kill -9} does. What they log stands in a file beside their homes.
 */
final class Fleet implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final List<@Nullable Process> ships = new ArrayList<>();

    /**
     * @param folder where the homes are
     * @param size how many there are
     * @param environment what each is told besides
     */
    Fleet(Path folder, int size, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        for (int ship = 0; ship < size; ship++) {
            ships.add(null);
        }
    }

    int size() {
        return ships.size();
    }

    static Home home(Path folder, int ship) {
        return new Home(folder.resolve("home-" + (ship + 1)));
    }

    /** Starts those that are not alive, by a clock so far ahead. */
    void startAll(Duration ahead) {
        for (int ship = 0; ship < ships.size(); ship++) {
            start(ship, ahead);
        }
    }

    void start(int ship, Duration ahead) {
        if (!isAlive(ship)) {
            ships.set(ship, launch(ship, ahead));
        }
    }

    boolean isAlive(int ship) {
        Process process = ships.get(ship);
        return process != null && process.isAlive();
    }

    boolean anyIsAlive() {
        return ships.stream().anyMatch(process -> process != null && process.isAlive());
    }

    /** Kills one, and waits until it is dead. */
    void kill(int ship) {
        Process process = ships.get(ship);
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Kills all at once, and waits until they are dead. */
    void killAll() {
        List<CompletableFuture<Process>> exits = new ArrayList<>();
        for (Process process : ships) {
            if (process != null) {
                process.destroyForcibly();
                exits.add(process.onExit());
            }
        }
        exits.forEach(CompletableFuture::join);
    }

    private Process launch(int ship, Duration ahead) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Quick to start, like all that follows; these processes do not live long enough to gain by
                        // more.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-Dpaperboy.ahead=" + ahead,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.paperboy.config.cli.Main",
                        "--home",
                        home(folder, ship).folder().toString(),
                        "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(ship).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PAPERBOY_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a bot", e);
        }
    }

    Path log(int ship) {
        return folder.resolve("bot-" + (ship + 1) + ".log");
    }

    @Override
    public void close() {
        killAll();
    }
}
