package dev.paperboy.store;

import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.paper.PaperId;
import java.nio.file.Path;
import java.time.Instant;

/** The child process of {@link KillDurabilityTest}: saves papers until it is killed, and says which are acknowledged. */
final class KilledWriter {

    private KilledWriter() {}

    @SuppressWarnings("SystemOut") // the pipe to the test
    public static void main(String[] args) {
        try (Store store = Store.open(Path.of(args[0]))) {
            for (int n = 10_000; n < 100_000; n++) {
                store.readingLists().save(ReadingListsContract.ADA, new PaperId("2608." + n), Instant.EPOCH);
                System.out.println(n);
            }
        }
    }
}
