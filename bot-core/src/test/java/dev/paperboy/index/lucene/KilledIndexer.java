package dev.paperboy.index.lucene;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The child process of {@link KilledIndexTest}: adds and updates papers until it is killed. */
final class KilledIndexer {

    static final int BATCH = 20;

    private KilledIndexer() {}

    @SuppressWarnings("SystemOut") // the pipe to the test
    public static void main(String[] args) {
        try (LucenePaperIndex index = LucenePaperIndex.open(Path.of(args[0]), InstantSource.system())) {
            for (int batch = 0; batch < 4_000; batch++) {
                index.add(papers(batch));
                index.updatePopularity(Map.of(id(batch, 0), new Popularity(batch + 1, 0, 0)));
                System.out.println(batch);
            }
        }
    }

    static List<Paper> papers(int batch) {
        return IntStream.range(0, BATCH)
                .mapToObj(n -> Paper.of(id(batch, n), "Paper " + n + " of batch " + batch))
                .toList();
    }

    static PaperId id(int batch, int n) {
        return new PaperId("2608.%05d".formatted(batch * BATCH + n));
    }
}
