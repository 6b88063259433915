package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.feed.PaperImport.Result;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperImportTest {

    private static final String OWN = "{\"id\":\"2608.0000%d\",\"title\":\"Paper %d\"}";
    private static final String KAGGLE =
            "{\"id\":\"hep-th/9901001\",\"title\":\"Old\\n  style\",\"authors\":\"A. Bee and"
                    + " C. Dee\",\"categories\":\"hep-th math.MP\",\"versions\":[{\"version\":\"v1\",\"created\":"
                    + "\"Mon, 4 Jan 1999 10:00:00 GMT\"}]}";

    @TempDir
    Path folder;

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final List<String> remarks = new ArrayList<>();
    private final PaperImport papers = new PaperImport(index, remarks::add);

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("papers.jsonl"), List.of(lines));
    }

    private Result read(Path file) throws IOException {
        return papers.read(file, (bytes, found) -> {});
    }

    @Test
    void bothShapesMayStandInOneFile() throws IOException {
        assertThat(read(file(OWN.formatted(1, 1), KAGGLE))).isEqualTo(new Result(2, 0, 0));

        assertThat(index.find(new PaperId("hep-th/9901001")).map(Paper::title)).contains("Old style");
        assertThat(remarks).isEmpty();
    }

    @Test
    void aFileReadAgainBringsUpToDateAndMakesNoSecondPapers() throws IOException {
        Path file = file(OWN.formatted(1, 1), OWN.formatted(1, 2), OWN.formatted(2, 3));

        assertThat(read(file)).isEqualTo(new Result(2, 1, 0));
        assertThat(read(file)).isEqualTo(new Result(0, 3, 0));
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void aBadLineIsToldAndHarmsNoOther() throws IOException {
        Result result = read(file(OWN.formatted(1, 1), "{\"id\":\"2608.00002\"", "", "[]", OWN.formatted(3, 3)));

        assertThat(result).isEqualTo(new Result(2, 0, 2));
        assertThat(Files.readAllLines(folder.resolve("papers.jsonl.rejected")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("2\tno JSON: ").endsWith("\t{\"id\":\"2608.00002\""),
                        line -> assertThat(line).isEqualTo("4\tno JSON object\t[]"));
        assertThat(remarks).singleElement().asString().contains("2 lines of ", "line 2: no JSON");
    }

    @Test
    void aFileWithoutAPaperIsOfNoUse() throws IOException {
        assertThat(read(file("", "no", "{}")).isUseful()).isFalse();
        assertThat(read(file()).isUseful()).isFalse();
    }

    @Test
    void aPackedFileThatIsCutOffGivesWhatCouldBeRead() throws IOException {
        Path packed = folder.resolve("papers.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            for (int n = 0; n < 2_000; n++) {
                out.write("{\"id\":\"2608.%05d\",\"title\":\"Number %d\"}%n"
                        .formatted(n, n * 7_919)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(whole, whole.length / 2));

        Result result = read(packed);

        assertThat(result.imported()).isBetween(500L, 1_500L);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.isWhole()).isFalse();
        assertThat(remarks).first().isEqualTo(packed + " is cut off after line " + result.imported());
    }

    @Test
    void progressGrowsToTheEndOfTheFile() throws IOException {
        Path file = file(OWN.formatted(1, 1), "oops", OWN.formatted(2, 2));
        List<Long> found = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();

        papers.read(file, (read, papersFound) -> {
            bytes.add(read);
            found.add(papersFound);
        });

        assertThat(found).containsExactly(1L, 1L, 2L);
        assertThat(bytes).isSorted().last().isEqualTo(Files.size(file));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
