package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before the name of a command; alone, it shows what there is. */
@Command(
        name = "paperboy",
        description = "Brings trending papers, paper search and reading lists into Discord and Slack.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Try it without any account:   paperboy sandbox",
            "What a command takes:         paperboy help COMMAND",
            "",
            "Exit codes: 0 done, 1 failure, 2 usage or bad input."
        })
final class PaperboyCommandLine implements Callable<Integer> {

    private final Map<String, String> environment;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where all state lies (default: $PAPERBOY_HOME or ~/.paperboy).")
    private @Nullable Path home;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Log more, and show a stack trace with an error.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    PaperboyCommandLine(Map<String, String> environment) {
        this.environment = environment;
    }

    Home home() {
        return Home.choose(Optional.ofNullable(home), environment);
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }
}
