package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a command is given. */
final class InputFiles {

    private InputFiles() {}

    /**
     * Makes sure that all can be read before anything is done with one.
     *
     * @throws BadInput naming the first that cannot
     */
    static void requireReadable(List<Path> files) {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new BadInput("cannot read " + file + ": it is a folder");
            }
            if (!Files.isReadable(file)) {
                throw new BadInput(
                        "cannot read " + file + ": " + (Files.exists(file) ? "no right to" : "no such file"));
            }
        }
    }

    /** What to throw when reading failed after all. */
    static BadInput unreadable(Path file, IOException cause) {
        return new BadInput("cannot read " + file + ": " + cause, cause);
    }
}
