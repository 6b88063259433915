package dev.paperboy.config.cli;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.config.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line and an exit code; the stack trace comes only when asked for. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final PaperboyCommandLine root;

    Errors(PaperboyCommandLine root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine where = e.getCommandLine();
        String name = where.getCommandSpec().qualifiedName();
        String help = where.getParent() == null ? name + " --help" : "paperboy help " + where.getCommandName();
        return report(where.getErr(), e, describe(e) + suggestion(e) + " (see: " + help + ")", ExitCode.BAD_INPUT);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine where, ParseResult result) {
        return report(
                where.getErr(),
                e,
                describe(e),
                e instanceof BadInput || e instanceof ParameterException ? ExitCode.BAD_INPUT : ExitCode.FAILURE);
    }

    private int report(PrintWriter err, Throwable e, String line, int code) {
        err.println("paperboy: " + Printable.of(line));
        if (root.debug()) {
            e.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    /** What went wrong in one line, without the name of a class: that stands in the trace. */
    static String describe(Throwable e) {
        return oneLine(
                switch (e) {
                    case FileSystemException named
                    when named.getFile() != null -> named.getFile() + ": " + FileTrouble.of(named);
                    case IOException trouble -> FileTrouble.of(trouble);
                    case UncheckedIOException trouble -> FileTrouble.of(trouble);
                    case OutOfMemoryError _ -> "not enough memory; PAPERBOY_JAVA_OPTS=-Xmx2g gives more";
                    default -> isMeantForPeople(e) ? String.valueOf(e.getMessage()) : unexpected(e);
                });
    }

    private static boolean isMeantForPeople(Throwable e) {
        return e instanceof ParameterException || e.getClass().getName().startsWith("dev.paperboy.");
    }

    private static String unexpected(Throwable e) {
        String message = e.getMessage();
        return "something unexpected went wrong" + (message == null || message.isBlank() ? "" : ": " + message)
                + " (--debug shows where)";
    }

    private static String suggestion(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("")
                : "";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
