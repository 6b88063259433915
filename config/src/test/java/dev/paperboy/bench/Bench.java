package dev.paperboy.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements, each a subcommand. */
@Command(
        name = "bench",
        description = "Measure search on an index that was imported and embedded; the index is only read.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        InstantSource clock = InstantSource.system();
        CommandLine line = new CommandLine(new Bench())
                .addSubcommand(new SearchBench(clock))
                .addSubcommand(new KnownItemBench(clock))
                .addSubcommand(new EmbeddingBench(clock))
                .addSubcommand(new QuantisationBench(clock))
                .addSubcommand(new WatchBench(clock))
                .addSubcommand(new PacingBench(clock))
                .addSubcommand(new ForYouBench(clock))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.exit(line.execute(arguments));
    }
}
