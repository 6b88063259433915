package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StarterPackTest {

    private static final InstantSource CLOCK = InstantSource.fixed(StagedPlatforms.START);

    @Test
    void itHoldsFactsOfTrendingPapersAndOurOwnSentenceForTheOthers() {
        List<Paper> trending = StarterPack.papers("trending.jsonl");
        List<Paper> seed = StarterPack.papers("seed.jsonl");
        assertThat(trending).hasSize(500).allSatisfy(paper -> {
            assertThat(paper.id().isArxiv()).isTrue();
            assertThat(paper.abstractText()).isEmpty();
            assertThat(paper.authors()).isNotEmpty();
            assertThat(paper.published()).isPresent();
        });
        assertThat(seed).hasSize(70).allSatisfy(paper -> {
            assertThat(paper.abstractText()).isEmpty();
            assertThat(paper.summary()).endsWith(".");
        });
    }

    @Test
    void everyObservationIsOfOneOfItsPapers() {
        Set<PaperId> known =
                StarterPack.papers("trending.jsonl").stream().map(Paper::id).collect(Collectors.toSet());
        assertThat(StarterPack.observations())
                .hasSizeGreaterThan(1_500)
                .extracting(Observation::paper)
                .allMatch(known::contains);
    }

    @Test
    void itFillsWhatIsEmptyAndNothingElse(@TempDir Path folder) {
        InMemoryObservations observations = new InMemoryObservations();
        try (LucenePaperIndex index = LucenePaperIndex.open(folder, CLOCK)) {
            index.add(List.of(Paper.of(new PaperId("1706.03762"), "Attention Is All You Need")));
            new StarterPack(index, observations).fill();
            assertThat(index.size()).as("a filled index stays as it is").isEqualTo(1);
            assertThat(observations.newest()).contains(StarterPack.newest());
        }
    }
}
