package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import java.io.PrintWriter;
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

    /** The message in one line; the type of the exception where a message alone would say too little. */
    static String describe(Throwable e) {
        String message = e.getMessage();
        if (message == null || message.isBlank()) {
            return e.getClass().getSimpleName();
        }
        boolean ours = e instanceof ParameterException || e.getClass().getName().startsWith("dev.paperboy.");
        return oneLine(ours ? message : e.getClass().getSimpleName() + ": " + message);
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
