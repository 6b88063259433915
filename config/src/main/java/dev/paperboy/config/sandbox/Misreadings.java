package dev.paperboy.config.sandbox;

import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandLine.NotUnderstood;
import dev.paperboy.command.CommandLine.Written;
import dev.paperboy.command.Misread;
import java.util.Optional;

/** What somebody is told for a line that no chat client would send. */
final class Misreadings {

    private final CommandLine commandLine;

    Misreadings(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    /** Why a line is no request; empty if it is one. */
    Optional<String> of(String line) {
        return text(commandLine.read(line));
    }

    /** Why written values are no request; empty if they are. */
    Optional<String> of(Written written) {
        return text(commandLine.raise(written));
    }

    private static Optional<String> text(CommandLine.Result result) {
        return result instanceof NotUnderstood(Misread misread)
                ? Optional.of((misread.why() + " " + misread.hint()).strip())
                : Optional.empty();
    }
}
