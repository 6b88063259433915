package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.chaos.Chaos;
import dev.paperboy.config.chaos.Options;
import dev.paperboy.config.chaos.Verdict;
import dev.paperboy.store.InstalledPostgres;
import dev.paperboy.store.ScratchSchema;
import dev.paperboy.store.StoreUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that deliveries survive anything, on the machine at hand. */
@Command(
        name = "chaos",
        description =
                "Kill and disturb real bots between stand-ins of the platforms, and count what was lost or doubled.",
        sortOptions = false,
        footer = {
            "",
            "Ends with one line: editions=N lost=0 doubled=0 saves=N saves_lost=0 rounds=N",
            "Nothing of --home is used. Exit code 1 if anything was lost or doubled; the bots' logs are kept then."
        })
final class ChaosCommandLine implements Callable<Integer> {

    private static final String DB_URL = "PAPERBOY_DB_URL";

    /** Where bots keep what they know. */
    enum StoreKind {
        SQLITE,
        POSTGRES
    }

    private final Shell shell;
    private final Map<String, String> environment;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many posting hours, some 15 s each (default: ${DEFAULT-VALUE}).")
    private int rounds = 20;

    @Option(
            names = "--store",
            paramLabel = "KIND",
            defaultValue = "sqlite",
            description = "sqlite, or postgres: the server of " + DB_URL
                    + " if that is set, in a schema of its own; else an installed one is started (default:"
                    + " ${DEFAULT-VALUE}).")
    private StoreKind kind = StoreKind.SQLITE;

    @Option(
            names = "--instances",
            paramLabel = "K",
            description = "How many bots share the store (default: 1 on sqlite, 2 on postgres).")
    private @Nullable Integer instances;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Decides what happens when; how the processes meet it still differs (default: another each time).")
    private @Nullable Long seed;

    ChaosCommandLine(Shell shell, Map<String, String> environment) {
        this.shell = shell;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        check();
        Path folder = Files.createTempDirectory("paperboy-chaos");
        long chosen = seed == null ? shell.clock().millis() : seed;
        shell.remark("chaos with seed " + chosen + " in " + folder);
        Verdict verdict = kind == StoreKind.SQLITE
                ? play(chosen, folder, "jdbc:sqlite:" + folder.resolve("paperboy.db"))
                : onPostgres(chosen, folder);
        shell.out().println(verdict.line());
        if (!verdict.holds()) {
            shell.remark("what the bots said stands in " + folder);
            return ExitCode.FAILURE;
        }
        delete(folder);
        return ExitCode.DONE;
    }

    private void check() {
        if (rounds < 1) {
            throw new BadInput("--rounds must be at least 1, not " + rounds);
        }
        if (count() < 1 || count() > 9) {
            throw new BadInput("--instances must be 1 to 9, not " + count());
        }
        if (kind == StoreKind.SQLITE && count() > 1) {
            throw new BadInput("an SQLite file is for one instance; several need --store postgres");
        }
    }

    private int count() {
        return instances != null ? instances : kind == StoreKind.SQLITE ? 1 : 2;
    }

    private Verdict onPostgres(long chosen, Path folder) throws InterruptedException {
        try (ScratchSchema schema = ScratchSchema.on(server())) {
            return play(chosen, folder, schema.url());
        }
    }

    private String server() {
        String named = environment.getOrDefault(DB_URL, "");
        if (named.startsWith("jdbc:postgresql:")) {
            return named;
        }
        try {
            return InstalledPostgres.start();
        } catch (IOException none) {
            throw new BadInput(
                    "no PostgreSQL server: name one in " + DB_URL
                            + ", or install one (Debian and Ubuntu: apt-get install postgresql)",
                    none);
        }
    }

    private Verdict play(long chosen, Path folder, String store) throws InterruptedException {
        Options options = new Options(rounds, count(), chosen, folder, StoreUrl.parse(store), store);
        return new Chaos(options, shell.clock(), shell::remark)
                .run((round, due, trouble) ->
                        shell.remark("round %d of %d: %d posts were due; %s".formatted(round, rounds, due, trouble)));
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "cannot remove %s", folder), e);
        }
    }
}
