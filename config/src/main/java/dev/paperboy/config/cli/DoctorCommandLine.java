package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks what Paperboy needs before it can work, and says what to do about what is missing. */
@Command(name = "doctor", description = "Check settings, tokens, rights, index and store, and say what to do.")
final class DoctorCommandLine implements Callable<Integer> {

    private final Shell shell;

    DoctorCommandLine(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Home home = shell.home().create();
        shell.out().println("ok    home folder " + home.folder());
        return ExitCode.DONE;
    }
}
