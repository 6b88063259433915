package dev.paperboy.index.lucene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A child process of {@link DamagedIndexTest}: opens a damaged index, and counts from when it begins to mend. */
final class KilledMender {

    private KilledMender() {}

    @SuppressWarnings("SystemOut") // the pipe to the test
    public static void main(String[] args) {
        Path index = Path.of(args[0]);
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(Mending.workshop(index))) {
                Thread.onSpinWait();
            }
            for (int n = 0; true; n++) {
                System.out.println(n);
            }
        });
        LucenePaperIndex.open(index, InstantSource.system()).close();
    }
}
