package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

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
        });
        assertThat(trending.stream().filter(paper -> paper.published().isEmpty()))
                .as("where our data holds a date that cannot be")
                .hasSizeLessThan(10);
        assertThat(seed).hasSize(70).allSatisfy(paper -> {
            assertThat(paper.abstractText()).isEmpty();
            assertThat(paper.summary()).endsWith(".");
        });
    }

    @Test
    void itShowsNoCountsButThoseOfItsObservations() {
        assertThat(StarterPack.papers("trending.jsonl"))
                .extracting(Paper::popularity)
                .containsOnly(Popularity.NONE);
    }

    /** The summaries are our own: none of their words in a row is anybody else's. */
    @Test
    void noSentenceIsCopied() throws IOException {
        Path theirs = Path.of(System.getProperty("paperboy.shared", "none"), "data", "seed-papers.jsonl");
        assumeThat(theirs).exists();
        Set<String> copied = new HashSet<>();
        try (Stream<String> lines = Files.lines(theirs)) {
            lines.map(JsonMapper.shared()::readTree)
                    .flatMap(paper -> Stream.of("abstract", "summary", "tldr")
                            .map(key -> paper.path(key).asString("")))
                    .forEach(text -> copied.addAll(runs(text)));
        }
        assertThat(copied).hasSizeGreaterThan(1_000);
        assertThat(StarterPack.papers("seed.jsonl"))
                .allSatisfy(paper -> assertThat(runs(paper.summary())).doesNotContainAnyElementsOf(copied));
    }

    /** All runs of eight words. */
    private static List<String> runs(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        return IntStream.rangeClosed(0, words.size() - 8)
                .mapToObj(at -> String.join(" ", words.subList(at, at + 8)))
                .toList();
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
