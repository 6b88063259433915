package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import dev.paperboy.config.SettingsReader;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.store.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** Where Paperboy begins: reads the command line, runs the command, and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        StandardError.takeBack();
        StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = results.writer();
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        int code = run(List.of(arguments), out, err, System.getenv());
        // Chat libraries may leave threads behind after a failed start; the process ends all the same.
        System.exit(ended(code, results, out, err));
    }

    /** The exit code, once all results are written: if some were lost, a command did not do what it was asked. */
    static int ended(int code, StandardOutput results, PrintWriter out, PrintWriter err) {
        out.flush();
        Optional<String> lost = results.lost();
        lost.ifPresent(reason -> err.println("paperboy: cannot write to standard output: " + reason));
        return lost.isPresent() && code == ExitCode.DONE ? ExitCode.FAILURE : code;
    }

    /** Runs one command line. */
    static int run(List<String> arguments, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        PaperboyCommandLine root = new PaperboyCommandLine(environment);
        Shell shell = new Shell(root::home, out, err, Boolean.getBoolean("paperboy.terminal"), clock());
        CommandLine line = new CommandLine(root).addSubcommand(new HelpCommand());
        commands(shell, environment).forEach(command -> line.addSubcommand(withHelp(command)));
        // After the subcommands, for only those that are there already take these over.
        line.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new FileName())
                .setExitCodeExceptionMapper(e -> ExitCode.FAILURE);
        Errors errors = new Errors(root);
        line.setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
        line.setExecutionStrategy(parsed -> {
            Logging.start(root.debug());
            return new CommandLine.RunLast().execute(parsed);
        });
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (VirtualMachineError e) {
            err.println("paperboy: " + Errors.describe(e));
            return ExitCode.FAILURE;
        }
    }

    /** Real time, but for the bots of {@code chaos}: theirs is ahead of it by a span that does not change. */
    private static InstantSource clock() {
        Duration ahead = Duration.parse(System.getProperty("paperboy.ahead", "PT0S"));
        return ahead.isZero() ? InstantSource.system() : InstantSource.offset(InstantSource.system(), ahead);
    }

    /** Every command explains itself by {@code --help} too. */
    private static CommandLine withHelp(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        return line;
    }

    private static List<Object> commands(Shell shell, Map<String, String> environment) {
        Function<Home, Store> store = home ->
                Store.open(new SettingsReader().read(home, environment).store().at(home));
        Function<Home, PaperIndex> writing = home -> LucenePaperIndex.open(home.index(), shell.clock());
        Function<Home, PaperIndex> reading = home -> LucenePaperIndex.openReadOnly(home.index(), shell.clock());
        return List.of(
                new SandboxCommandLine(shell),
                new RunCommandLine(shell, environment),
                new ImportCommandLine(shell, writing),
                new SearchCommandLine(
                        shell,
                        OnnxEmbedder::load,
                        (folder, embedder) -> LucenePaperIndex.openReadOnly(folder, shell.clock(), embedder)),
                new EmbedCommandLine(
                        shell,
                        OnnxEmbedder::load,
                        (folder, embedder) -> LucenePaperIndex.open(folder, shell.clock(), embedder)),
                new ObserveCommandLine(shell, store, writing),
                new TrendingCommandLine(shell, store, reading),
                new EvalCommandLine(
                        shell,
                        OnnxEmbedder::load,
                        (folder, embedder) -> LucenePaperIndex.open(folder, shell.clock(), embedder)),
                new ReplayCommandLine(shell),
                new ChaosCommandLine(shell, environment),
                new DoctorCommandLine(shell, environment));
    }
}
