package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.paper.PaperId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillDurabilityTest {

    private static final int ENOUGH = 50;

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        Path file = home.resolve("paperboy.db");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            acknowledged = killAfter(writer, lines);
        } finally {
            writer.destroyForcibly().waitFor();
        }

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (Store store = Store.open(file)) {
            assertThat(acknowledged)
                    .allMatch(n -> store.readingLists().contains(ReadingListsContract.ADA, new PaperId("2608." + n)));
        }
    }

    private static List<String> killAfter(Process writer, BufferedReader lines) throws IOException {
        List<String> acknowledged = new ArrayList<>();
        String line = lines.readLine();
        while (line != null) {
            acknowledged.add(line);
            if (acknowledged.size() == ENOUGH) {
                // By its handle: Process.destroyForcibly would close the pipe with what was acknowledged.
                writer.toHandle().destroyForcibly();
            }
            line = lines.readLine();
        }
        return acknowledged;
    }
}
