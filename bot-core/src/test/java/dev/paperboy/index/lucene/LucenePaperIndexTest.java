package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexContract;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.PaperIndexException.Kind;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePaperIndexTest implements PaperIndexContract {

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private final QueryParser parser = new QueryParser(CLOCK);

    @TempDir
    Path folder;

    private LucenePaperIndex index;

    @BeforeEach
    void open() {
        index = LucenePaperIndex.open(folder.resolve("index"), CLOCK, Optional.of(new WordEmbedder()));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    public PaperIndex index() {
        return index;
    }

    @Test
    void everythingIsThereAfterReopening() {
        index.add(SamplePapers.all());
        index.close();
        open();
        assertThat(index.findAll(SamplePapers.all().stream().map(Paper::id).toList())
                        .values())
                .containsExactlyElementsOf(SamplePapers.all());
    }

    @Test
    void aSecondWriterIsToldWhoIsThere() {
        Path path = folder.resolve("index");
        assertThatThrownBy(() -> LucenePaperIndex.open(path, CLOCK))
                .isInstanceOfSatisfying(
                        PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessage("another Paperboy is using " + path);
    }

    @Test
    void readersMayJoinAWriterAndSeeWhatWasAcknowledged() {
        index.add(List.of(SamplePapers.ATTENTION));
        try (LucenePaperIndex reader = LucenePaperIndex.openReadOnly(folder.resolve("index"), CLOCK)) {
            assertThat(reader.search(parser.parse("attention")).hits()).hasSize(1);
            assertThatThrownBy(() -> reader.add(SamplePapers.all()))
                    .isInstanceOfSatisfying(
                            PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        }
    }

    @Test
    void readingAloneMakesNothing() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> LucenePaperIndex.openReadOnly(nowhere, CLOCK))
                .isInstanceOfSatisfying(
                        PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("import papers first");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aNewerSchemaIsRefusedWithAWayOut() throws IOException {
        index.close();
        try (FSDirectory directory = FSDirectory.open(folder.resolve("index"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("paperboy.schema", "99").entrySet());
            writer.commit();
        }
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED))
                .hasMessageContaining("schema 99")
                .hasMessageContaining("update this one");
    }

    @Test
    void aBatchThatFailsHalfWayLeavesNothingBehind() {
        Paper immense = SamplePapers.BARE.withCategories(List.of(new Category("x".repeat(40_000))));
        assertThatThrownBy(() -> index.add(List.of(SamplePapers.ATTENTION, immense)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(index.size()).isZero();
        assertThat(index.add(List.of(SamplePapers.BERT4REC))).isEqualTo(new Added(1, 0));
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void askingAgainIsAnsweredFromMemoryUntilSomethingChanges() {
        index.add(SamplePapers.all());
        PaperQuery query = parser.parse("diffusion");
        index.search(query);
        assertThat(index.search(parser.parse("  diffusion ")).query().text()).isEqualTo("  diffusion ");
        assertThat(hits("search")).isEqualTo(1);
        index.add(List.of(Paper.of(new PaperId("2605.00001"), "Diffusion again")));
        assertThat(index.search(query).total()).isEqualTo(3);
        assertThat(hits("search")).isEqualTo(1);
        index.suggest("diff", 5);
        index.suggest("DIFF ", 5);
        assertThat(hits("suggest")).isEqualTo(1);
    }

    @Test
    void newAndNoticedPapersComeFirstAmongEquals() {
        index.add(List.of(
                SamplePapers.paper("2001.00001", "Equal words", "Same text.", "2020-01-01", 0, "cs.CL"),
                SamplePapers.paper("2001.00002", "Equal words", "Same text.", "2020-01-01", 50, "cs.CL"),
                SamplePapers.paper("2605.00003", "Equal words", "Same text.", "2026-05-01", 0, "cs.CL"),
                SamplePapers.paper("1901.00004", "Equal words words", "Equal text.", "2019-01-01", 0, "cs.CL")));
        assertThat(index.search(parser.parse("equal words")).hits())
                .extracting(hit -> hit.paper().id().value())
                .last()
                .isNotEqualTo("2001.00002");
        assertThat(index.search(parser.parse("same text")).hits())
                .extracting(hit -> hit.paper().id().value())
                .startsWith("2605.00003")
                .containsSubsequence("2001.00002", "2001.00001");
    }

    private long hits(String cache) {
        return Objects.requireNonNull(index.cacheStats().get(cache)).hitCount();
    }
}
