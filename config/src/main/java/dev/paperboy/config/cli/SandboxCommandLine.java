package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Lifecycle;
import dev.paperboy.config.sandbox.Sandbox;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows Paperboy at work in a Discord and a Slack channel side by side, without any account. */
@Command(
        name = "sandbox",
        description = "Show the bot at work in a Discord and a Slack channel side by side, on a page of this machine.",
        sortOptions = false)
final class SandboxCommandLine implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Shell shell;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where the page is, on 127.0.0.1; 0 for a free port (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--offline", description = "Do not look for papers of today in the network.")
    private boolean offline;

    SandboxCommandLine(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new BadInput("--port must be 0 to " + HIGHEST_PORT + ", not " + port);
        }
        try (Lifecycle lifecycle = Lifecycle.begin();
                Sandbox sandbox = Sandbox.open(shell.home(), shell.clock(), new Sandbox.Options(port, offline, true))) {
            shell.out().println("Paperboy's sandbox is at " + sandbox.url() + " (Ctrl-C stops it)");
            shell.out().flush();
            lifecycle.await();
        }
        return ExitCode.DONE;
    }
}
