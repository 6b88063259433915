package dev.paperboy.config.cli;

import dev.paperboy.command.FileTrouble;
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

    /**
     * Makes sure that no file is the one where another's rejected lines are told, for it would be lost.
     *
     * @throws BadInput naming the first that is
     */
    static void requireApart(List<Path> files) {
        List<Path> places =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        for (Path file : places) {
            Path rejected = file.resolveSibling(file.getFileName() + ".rejected");
            if (places.contains(rejected)) {
                throw new BadInput("cannot read " + rejected + " together with " + file.getFileName()
                        + ", whose rejected lines are written there; rename it");
            }
        }
    }

    /** How many bytes there are to read, as far as that is known. */
    static long size(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : Progress.UNKNOWN;
    }

    /** What to throw when reading failed after all. */
    static BadInput unreadable(Path file, IOException cause) {
        return new BadInput("cannot read " + file + ": " + FileTrouble.of(cause), cause);
    }
}
