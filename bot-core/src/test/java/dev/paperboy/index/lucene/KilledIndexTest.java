package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.KilledProcess;
import dev.paperboy.paper.Paper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

class KilledIndexTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void afterAKillTheIndexOpensAndHoldsAllThatWasAcknowledged(RepetitionInfo repetition) throws Exception {
        int enough = 7 * repetition.getCurrentRepetition();

        List<String> acknowledged = KilledProcess.run(KilledIndexer.class, folder, enough);

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
        try (LucenePaperIndex index = LucenePaperIndex.open(folder, InstantSource.system())) {
            for (String line : acknowledged) {
                int batch = Integer.parseInt(line);
                List<Paper> papers = KilledIndexer.papers(batch);
                assertThat(papers).allMatch(paper -> index.find(paper.id()).isPresent());
                assertThat(index.find(KilledIndexer.id(batch, 0))
                                .orElseThrow()
                                .popularity()
                                .upvotes())
                        .isEqualTo(batch + 1);
            }
            assertThat(index.size() % KilledIndexer.BATCH)
                    .as("a batch is there whole or not at all")
                    .isZero();
            index.add(KilledIndexer.papers(3_999));
        }
    }
}
