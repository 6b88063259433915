package dev.paperboy.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is gone with its content when it is closed.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {

    static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("paperboy-"));
    }

    @Override
    public void close() throws IOException {
        for (Path each : deepestFirst()) {
            Files.delete(each);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
