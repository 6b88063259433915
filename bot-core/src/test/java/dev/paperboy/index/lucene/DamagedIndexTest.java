package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.KilledProcess;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.PaperIndexException.Kind;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.paper.SamplePapers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedIndexTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final int MANY = 300;
    private static final int FEW = 20;

    @TempDir
    Path home;

    private Path folder;
    private final Map<PaperId, Paper> before = new HashMap<>();

    /** One big segment in many files, with replaced papers in it, and a small one in one file. */
    @BeforeEach
    void fill() throws IOException {
        folder = home.resolve("index");
        try (LucenePaperIndex index = open()) {
            List<Paper> papers = papers(0, MANY);
            index.add(papers);
            embed(index, papers.subList(0, MANY / 2));
            embed(index, papers.subList(MANY / 2, MANY));
        }
        mergeIntoManyFiles();
        try (LucenePaperIndex index = open()) {
            index.add(papers(MANY, MANY + FEW));
            index.updatePopularity(Map.of(id(3), new Popularity(77, 0, 0)));
            for (int n = 0; n < MANY + FEW; n++) {
                before.put(id(n), index.find(id(n)).orElseThrow());
            }
        }
    }

    /** As segments are that hold more than a tenth of all papers. */
    private void mergeIntoManyFiles() throws IOException {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setNoCFSRatio(0);
        IndexWriterConfig config = new IndexWriterConfig(Analyzers.perField())
                .setCodec(Vectors.CODEC)
                .setMergePolicy(policy);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            writer.forceMerge(1);
        }
    }

    private static List<Paper> papers(int from, int to) {
        return IntStream.range(from, to).mapToObj(DamagedIndexTest::paper).toList();
    }

    private static PaperId id(int n) {
        return new PaperId("2601.%05d".formatted(n));
    }

    private static Paper paper(int n) {
        return SamplePapers.paper(id(n).value(), "Paper " + n + " on subject" + n, words(n), "2026-01-02", 1, "cs.CL");
    }

    /** About as many as an abstract has, so that few papers share a block of the disk. */
    private static String words(int n) {
        return IntStream.range(0, 150)
                .mapToObj(at -> Integer.toString(Math.floorMod((n * 7919 + at * 104_729) * 31, 1 << 20), 36))
                .collect(Collectors.joining(" "));
    }

    private LucenePaperIndex open() {
        return LucenePaperIndex.open(folder, CLOCK, Optional.of(new WordEmbedder()));
    }

    private static void embed(PaperIndex index, List<Paper> papers) {
        try (WordEmbedder embedder = new WordEmbedder()) {
            Map<Paper, float[]> vectors = new HashMap<>();
            papers.forEach(paper -> vectors.put(paper, embedder.passage(PaperIndex.embeddedText(paper))));
            index.embed(vectors);
        }
    }

    enum Harm {
        FLIPPED {
            @Override
            void to(Path file) throws IOException {
                for (long at : new long[] {Files.size(file) / 2, Files.size(file) / 3}) {
                    flip(file, at);
                }
            }
        },
        CUT_OFF {
            @Override
            void to(Path file) throws IOException {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(bytes.length() / 2);
                }
            }
        },
        DELETED {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int one = bytes.read();
            bytes.seek(at);
            bytes.write(one ^ 0x5a);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private Path biggest(String end) throws IOException {
        Path biggest = null;
        for (Path file : files()) {
            if (file.toString().endsWith(end) && (biggest == null || Files.size(file) > Files.size(biggest))) {
                biggest = file;
            }
        }
        return Objects.requireNonNull(biggest, "no " + end + " in " + folder);
    }

    /** Papers that are there are as they were; the number of those that are not. */
    private int lost(LucenePaperIndex index) {
        int lost = 0;
        for (Map.Entry<PaperId, Paper> known : before.entrySet()) {
            Optional<Paper> found = index.find(known.getKey());
            found.ifPresent(paper -> assertThat(paper).isEqualTo(known.getValue()));
            lost += found.isEmpty() ? 1 : 0;
        }
        assertThat(index.size()).isEqualTo(before.size() - lost);
        return lost;
    }

    private List<Path> setAside() {
        return LucenePaperIndex.setAside(folder);
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void whateverHappensToAnyFileItOpensAndOnlyWhatIsGoneIsLost(Harm harm) throws IOException {
        Path original = home.resolve("original");
        copy(folder, original);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            wipe(folder);
            copy(original, folder);
            harm.to(folder.resolve(name));
            try (LucenePaperIndex index = open()) {
                int lost = lost(index);
                assertThat(index.loss().isPresent()).as(name).isEqualTo(lost > 0);
                assertThat(index.damage()).isEmpty();
                if (!holdsPapers(name)) {
                    assertThat(lost).as(name).isZero();
                }
                index.add(List.of(Paper.of(new PaperId("2605.00001"), "A newcomer")));
            }
            assertThat(setAside()).as(name).hasSize(1);
            wipe(setAside().getFirst());
            try (LucenePaperIndex again = open()) {
                assertThat(again.find(new PaperId("2605.00001"))).isPresent();
            }
            assertThat(setAside()).as("it is mended once").isEmpty();
        }
    }

    @Test
    void aGarbledRecordLosesItsNeighboursAtMost() throws IOException {
        flip(biggest(".fdt"), Files.size(biggest(".fdt")) / 2);
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isBetween(1, 100);
            assertThat(index.embedded()).as("of those that are left").isEqualTo(MANY - lost(index));
            assertThat(index.loss()).isPresent();
        }
        try (LucenePaperIndex again = open()) {
            assertThat(again.loss())
                    .as("kept for whoever reads the sources again")
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".vex", ".veq", ".tim", ".doc", ".nvd", ".dvd", ".kdd"})
    void whatCanBeMadeAnewIsMadeAnew(String end) throws IOException {
        flip(biggest(end), Files.size(biggest(end)) / 2);
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
            assertThat(index.embedded()).isEqualTo(MANY);
            assertThat(index.loss()).isEmpty();
            assertThat(index.search(new QueryParser(CLOCK).parse("subject7")).hits())
                    .first()
                    .satisfies(hit -> assertThat(hit.paper().id()).isEqualTo(id(7)));
        }
    }

    @Test
    void aGarbledVectorIsDroppedAndNoOther() throws IOException {
        flip(biggest(".vec"), Files.size(biggest(".vec")) / 2);
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
            assertThat(index.embedded()).isEqualTo(MANY - 1);
        }
    }

    @Test
    void aRecordCutOffLeavesThoseBeforeIt() throws IOException {
        Harm.CUT_OFF.to(biggest(".fdt"));
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isBetween(MANY / 4, MANY * 3 / 4);
        }
    }

    /** As Lucene takes it after two of its major versions: the number of the form stands behind a mark and a name. */
    @Test
    void aFormThatIsTooOldIsRebuiltLikeDamage() throws IOException {
        try (RandomAccessFile contents =
                new RandomAccessFile(folder.resolve(contents()).toFile(), "rw")) {
            contents.seek(Integer.BYTES + 1 + "segments".length());
            contents.writeInt(1);
        }
        assertThatThrownBy(() -> LucenePaperIndex.openReadOnly(folder, CLOCK))
                .hasMessageContaining("of a form that is not known here");
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
            assertThat(index.embedded()).isEqualTo(MANY);
        }
    }

    private String contents() throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            return Objects.requireNonNull(SegmentInfos.getLastCommitSegmentsFileName(directory));
        }
    }

    @Test
    void whoOnlyReadsMendsNothingAndIsToldWhatDoes() throws IOException {
        Harm.DELETED.to(biggest(".fdt"));
        List<Path> there = files();
        assertThatThrownBy(() -> LucenePaperIndex.openReadOnly(folder, CLOCK))
                .isInstanceOfSatisfying(
                        PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED))
                .hasMessageContaining(".fdt: no such file")
                .hasMessageContaining("paperboy run");
        assertThat(files()).isEqualTo(there);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void damageThatOpeningDoesNotSeeIsFoundByLookingAtAll() throws IOException {
        flip(biggest(".fdt"), Files.size(biggest(".fdt")) / 2);
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(folder, CLOCK)) {
            assertThat(index.damage())
                    .hasValueSatisfying(what -> assertThat(what).contains(".fdt"));
        }
    }

    @Test
    void damageMetWhileServingIsToldAndTheRestIsServed() throws IOException {
        try (LucenePaperIndex index = open()) {
            Path records = biggest(".fdt");
            for (long at = 100; at < Files.size(records) / 2; at += 50) {
                flip(records, at);
            }
            assertThatThrownBy(() -> before.keySet().forEach(index::find))
                    .isInstanceOfSatisfying(
                            PaperIndexException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED))
                    .hasMessageContaining(".fdt");
            assertThat(index.isDamaged()).isTrue();
            assertThat(index.find(id(MANY))).isPresent();
            index.add(List.of(Paper.of(new PaperId("2605.00001"), "A newcomer")));
        }
        try (LucenePaperIndex again = open()) {
            assertThat(again.isDamaged()).isFalse();
            assertThat(again.find(new PaperId("2605.00001"))).isPresent();
            assertThat(again.size()).isGreaterThan(FEW);
        }
    }

    @Test
    void whatIsLeftOfAMendingIsFinishedOrBegunAnew() throws IOException {
        Path workshop = home.resolve("index.mending");
        Path copy = home.resolve("copy");
        copy(folder, copy);

        copy(copy, workshop.resolve("half"));
        Files.delete(workshop.resolve("half").resolve(biggest(".fdt").getFileName()));
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
        }
        assertThat(workshop).doesNotExist();
        assertThat(setAside()).isEmpty();

        copy(copy, workshop.resolve("whole"));
        Harm.DELETED.to(biggest(".fdt"));
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
        }
        assertThat(setAside()).hasSize(1);

        copy(copy, workshop.resolve("whole"));
        wipe(folder);
        assertThatThrownBy(() -> LucenePaperIndex.openReadOnly(folder, CLOCK)).hasMessageContaining("is being rebuilt");
        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
        }
        assertThat(workshop).doesNotExist();
    }

    @Test
    void nobodyMendsBehindAWritersBack() throws IOException {
        try (LucenePaperIndex writer = open()) {
            Harm.DELETED.to(biggest(".fdt"));
            assertThatThrownBy(this::open).hasMessageContaining("another Paperboy");
            assertThat(setAside()).isEmpty();
            assertThat(writer.size()).isEqualTo(before.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 80_000, 160_000})
    void aKillWhileMendingLosesNothing(int enough) throws Exception {
        flip(biggest(".vex"), Files.size(biggest(".vex")) / 2);

        KilledProcess.run(KilledMender.class, folder, enough);

        try (LucenePaperIndex index = open()) {
            assertThat(lost(index)).isZero();
            assertThat(index.embedded()).isEqualTo(MANY);
        }
        assertThat(home.resolve("index.mending")).doesNotExist();
        assertThat(setAside()).hasSize(1);
    }

    /** Stored papers, where to find them, or a whole small segment. */
    private static boolean holdsPapers(String name) {
        return Stream.of(".fdt", ".fdx", ".fdm", ".cfs", ".cfe").anyMatch(name::endsWith);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
