package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.KilledProcess;
import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.paper.PaperId;
import java.nio.file.Path;
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

        List<String> acknowledged = KilledProcess.run(KilledWriter.class, file, ENOUGH);

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (Store store = Store.open(file)) {
            assertThat(acknowledged)
                    .allMatch(n -> store.readingLists().contains(ReadingListsContract.ADA, new PaperId("2608." + n)));
        }
    }
}
