package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What a command at the shell is given.
 *
 * @param chosenHome the home folder, known once the command line is read
 * @param out for results, nothing else; UTF-8
 * @param err for progress and errors
 * @param isTerminal whether a person watches {@code err}, so that a line of it may be written anew
 * @param clock what time it is
 */
public record Shell(
        Supplier<Home> chosenHome, PrintWriter out, PrintWriter err, boolean isTerminal, InstantSource clock) {

    /** A shell that nobody watches. */
    public Shell(Supplier<Home> chosenHome, PrintWriter out, PrintWriter err, InstantSource clock) {
        this(chosenHome, out, err, false, clock);
    }

    /** Prints a line of a result for people; what strangers wrote in it cannot steer the terminal. */
    public void say(String line) {
        out.println(Printable.of(line));
    }

    /** Tells people something about how it goes. */
    public void remark(String text) {
        err.println("paperboy: " + Printable.of(text));
    }

    /** The folder that {@code --home} names; it need not exist yet. */
    public Home home() {
        return chosenHome.get();
    }
}
