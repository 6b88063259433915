package dev.paperboy.config.cli;

import dev.paperboy.config.doctor.Doctor;
import dev.paperboy.config.doctor.Finding;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks what Paperboy needs, one line each; fails if something does not work. */
@Command(name = "doctor", description = "Check settings, tokens, rights, index and store, and say what to do.")
final class DoctorCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Map<String, String> environment;
    private boolean failed;

    DoctorCommandLine(Shell shell, Map<String, String> environment) {
        this.shell = shell;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        new Doctor(shell.home(), environment, shell.clock()).examine(this::tell);
        return failed ? ExitCode.FAILURE : ExitCode.DONE;
    }

    private void tell(Finding finding) {
        failed |= finding.level() == Finding.Level.FAIL;
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        shell.say("%-5s %s: %s".formatted(level, finding.subject(), finding.text()));
        shell.out().flush();
    }
}
