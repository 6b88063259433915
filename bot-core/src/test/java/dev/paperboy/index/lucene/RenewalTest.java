package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.paper.SamplePapers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index as schema 1 was: without schema and checksum in its documents, and without the field of titles. */
class RenewalTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final int SIZE = SamplePapers.all().size();

    @TempDir
    Path folder;

    private final WordEmbedder embedder = new WordEmbedder();

    @BeforeEach
    void writeAsSchema1() throws IOException {
        IndexFolder place = new IndexFolder(folder);
        try (Directory directory = place.directory();
                IndexWriter writer = place.writer(directory)) {
            for (Paper paper : SamplePapers.all()) {
                float[] vector = embedder.passage(PaperIndex.embeddedText(paper));
                Document document = PaperDocument.of(paper, Map.of(Vectors.fieldOf(embedder.name()), vector));
                List.of(Fields.SCHEMA, Fields.CHECK, Fields.TITLE).forEach(document::removeFields);
                writer.addDocument(document);
            }
            writer.setLiveCommitData(Map.of("paperboy.schema", "1").entrySet());
            writer.commit();
        }
    }

    private LucenePaperIndex open() {
        return LucenePaperIndex.open(folder, CLOCK, Optional.of(embedder));
    }

    private static long byTitle(PaperIndex index) {
        return index.search(new QueryParser(CLOCK).parse("title:attention")).total();
    }

    @Test
    void anOlderIndexServesAtOnce() {
        try (LucenePaperIndex index = open()) {
            assertThat(index.size()).isEqualTo(SIZE);
            assertThat(index.outdated()).isEqualTo(SIZE);
            assertThat(index.search(new QueryParser(CLOCK).parse("attention")).total())
                    .isPositive();
            assertThat(byTitle(index)).as("what is new finds less").isZero();
        }
    }

    @Test
    void whoOnlyReadsIsServedToo() {
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(folder, CLOCK)) {
            assertThat(index.find(SamplePapers.ATTENTION.id())).contains(SamplePapers.ATTENTION);
            assertThat(index.outdated()).isEqualTo(SIZE);
        }
    }

    @Test
    void papersAreRenewedNewestFirstWithTheirVectorsAndOnAfterARestart() {
        try (LucenePaperIndex index = open()) {
            assertThat(index.renew(2)).isEqualTo(2);
            assertThat(index.outdated()).isEqualTo(SIZE - 2);
            Paper newest = SamplePapers.all().stream()
                    .max(Comparator.comparing((Paper paper) -> paper.published().orElse(Instant.MIN)))
                    .orElseThrow();
            assertThat(index.search(new QueryParser(CLOCK).parse("title:\"" + newest.title() + "\""))
                            .hits())
                    .isNotEmpty();
        }
        try (LucenePaperIndex index = open()) {
            assertThat(index.renew(1_000)).isEqualTo(SIZE - 2);
            assertThat(index.renew(1_000)).isZero();
            assertThat(index.outdated()).isZero();
            assertThat(index.embedded()).isEqualTo(SIZE);
            assertThat(byTitle(index)).isPositive();
            assertThat(index.findAll(SamplePapers.all().stream().map(Paper::id).toList())
                            .values())
                    .containsExactlyElementsOf(SamplePapers.all());
            assertThat(index.damage()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenForAnotherReasonIsRenewedByThat() {
        try (LucenePaperIndex index = open()) {
            index.updatePopularity(Map.of(SamplePapers.ATTENTION.id(), new Popularity(9_999, 0, 0)));
            index.add(List.of(Paper.of(new PaperId("2605.00001"), "A newcomer")));
            assertThat(index.outdated()).isEqualTo(SIZE - 1);
        }
    }
}
