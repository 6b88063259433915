package dev.paperboy.config.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What outlives the sandbox's process beside the bot's own state: the clock, and what people saw on each platform as a
 * snapshot and a journal of what happened since.
 *
 * @param folder where it lies; made when something is first kept
 */
record SandboxFiles(Path folder) {

    /** The sandbox time that was kept last; empty on a first start. */
    Optional<Instant> clock() {
        return read("clock.txt").flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text.strip()));
            } catch (DateTimeException broken) {
                return Optional.empty();
            }
        });
    }

    void keepClock(Instant instant) {
        write("clock.txt", instant + "\n");
    }

    /** The snapshot of a platform that was kept last. */
    Optional<String> history(String platform) {
        return read(platform + ".json");
    }

    void keepHistory(String platform, String snapshot) {
        write(platform + ".json", snapshot);
    }

    /** The lines of a platform's journal, oldest first; the last one may be cut off. */
    List<String> journal(String platform) {
        return read(platform + ".journal").map(text -> text.lines().toList()).orElse(List.of());
    }

    /** Empties a platform's journal, for lines to be written at its end. */
    FileOutputStream beginJournal(String platform) {
        Path file = folder.resolve(platform + ".journal");
        try {
            return new FileOutputStream(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Replaces a file as a whole, so that a kill leaves the old or the new one. */
    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(name + ".new");
            Files.writeString(half, text);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }
}
