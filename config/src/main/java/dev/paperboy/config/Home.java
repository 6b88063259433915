package dev.paperboy.config;

import dev.paperboy.command.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds all of one Paperboy's state, and where in it each thing lies.
 *
 * @param folder an absolute path; need not exist
 * @param database the SQLite file with everything but the index, if no other store is set
 */
public record Home(Path folder, Path database) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
        database = database.toAbsolutePath().normalize();
    }

    public Home(Path folder) {
        this(folder, folder.resolve("paperboy.db"));
    }

    /** The chosen folder, else {@code PAPERBOY_HOME}, else {@code ~/.paperboy}. */
    public static Home choose(Optional<Path> chosen, Map<String, String> environment) {
        return new Home(chosen.or(() -> Optional.ofNullable(environment.get("PAPERBOY_HOME"))
                        .filter(value -> !value.isBlank())
                        .map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".paperboy")));
    }

    /** The settings file; need not exist. */
    public Path settings() {
        return folder.resolve("paperboy.yaml");
    }

    /** The folder of the paper index. */
    public Path index() {
        return folder.resolve("index");
    }

    /** The folder of what belongs to the sandbox alone. */
    public Path sandbox() {
        return folder.resolve("sandbox");
    }

    /** The same papers with the sandbox's own store: its schedules are of channels that no real platform has. */
    public Home ofSandbox() {
        return new Home(folder, sandbox().resolve("paperboy.db"));
    }

    /**
     * Makes the folder if it is not there, readable by its owner alone where the file system can.
     *
     * @throws BadInput if it cannot be a folder of ours
     */
    public Home create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                OwnerOnly.apply(folder);
            }
        } catch (IOException e) {
            throw new BadInput("cannot make the home folder " + folder + ": " + FileTrouble.of(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("the home folder " + folder + " is not writable; choose another with --home");
        }
        return this;
    }
}
