package dev.paperboy.store;

import static dev.paperboy.store.PersonalDataContract.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk still knows of a person who had everything deleted. */
class ForgottenPersonTest {

    @TempDir
    Path home;

    @Test
    void noFileHoldsAnythingOfThem() throws IOException {
        try (Store store = Store.open(home.resolve("paperboy.db"))) {
            PersonalDataContract.live(store, ADA, "Ada");
            assertThat(filesWith(ADA.id())).isNotEmpty();

            store.personalData().forget(List.of(ADA));

            assertThat(filesWith(ADA.id())).isEmpty();
            assertThat(filesWith("Ada")).isEmpty();
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    /** Byte by byte, as Latin letters stand in any encoding that SQLite writes. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
