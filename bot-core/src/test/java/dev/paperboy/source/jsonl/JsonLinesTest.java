package dev.paperboy.source.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    @TempDir
    Path folder;

    private List<JsonLines.Line> read(byte[] content) throws IOException {
        Path file = folder.resolve("input.jsonl");
        Files.write(file, content);
        List<JsonLines.Line> all = new ArrayList<>();
        try (JsonLines lines = JsonLines.open(file)) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                all.add(next.get());
            }
            assertThat(lines.position()).isLessThanOrEqualTo(lines.size());
        }
        return all;
    }

    private List<JsonLines.Line> read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonLines.Line line(long number, String text) {
        return new JsonLines.Line(number, text, Optional.empty());
    }

    private static byte[] packed(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void linesAreNumberedAndBlankOnesPassedOver() throws IOException {
        assertThat(read("{}\n\n  \r\n[1]\r\nlast")).containsExactly(line(1, "{}"), line(4, "[1]\r"), line(5, "last"));
        assertThat(read("{}\n")).containsExactly(line(1, "{}"));
        assertThat(read("")).isEmpty();
        assertThat(read("x")).containsExactly(line(1, "x"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(read("\uFEFF{}\n\uFEFF{}")).containsExactly(line(1, "{}"), line(2, "\uFEFF{}"));
    }

    @Test
    void packingIsSeenByContentNotByName() throws IOException {
        assertThat(read(packed("{}\nÄ\n"))).containsExactly(line(1, "{}"), line(2, "Ä"));
    }

    @Test
    void aPackedFileThatIsCutOffEndsWithAFault() throws IOException {
        byte[] whole = packed("{\"a\":1}\n".repeat(20_000));
        List<JsonLines.Line> lines = read(Arrays.copyOf(whole, whole.length - 20));

        assertThat(lines.getFirst()).isEqualTo(line(1, "{\"a\":1}"));
        assertThat(lines.getLast().fault()).contains("the packed file is cut off or damaged here");
    }

    private Optional<String> damage(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("damaged.gz"), content);
        try (JsonLines lines = JsonLines.open(file)) {
            while (lines.next().isPresent()) {
                // read to the end
            }
            return lines.damage();
        }
    }

    @Test
    void whereAPackedFileEndsTooEarlyIsKnown() throws IOException {
        byte[] whole = packed("{}\n[]\n");
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 8] ^= 1;

        assertThat(damage(whole)).isEmpty();
        assertThat(damage(Arrays.copyOf(whole, whole.length - 4))).contains("is cut off after line 2");
        assertThat(damage(Arrays.copyOf(whole, 5))).contains("is cut off after line 0");
        assertThat(damage(wrongSum)).contains("is damaged after line 2");
        assertThat(damage("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void oneBadLineHarmsNoOther() throws IOException {
        List<JsonLines.Line> lines = read(new byte[] {'a', '\n', (byte) 0xff, 'b', '\n', 'c'});

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).fault()).contains("not UTF-8");
        assertThat(lines.get(2)).isEqualTo(line(3, "c"));
    }

    @Test
    void aLineWithoutEndIsNotKeptInMemory() throws IOException {
        byte[] content = new byte[JsonLines.LONGEST + 10];
        Arrays.fill(content, (byte) 'x');
        content[content.length - 3] = '\n';

        List<JsonLines.Line> lines = read(content);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().fault()).contains("longer than 8388608 bytes");
        assertThat(lines.getFirst().text()).hasSize(200);
        assertThat(lines.getLast()).isEqualTo(line(2, "xx"));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> JsonLines.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void rejectedLinesStandBesideTheirFileUntilTheNextTime() throws IOException {
        Path input = folder.resolve("papers.jsonl");
        try (RejectedLines rejected = RejectedLines.beside(input)) {
            assertThat(folder.resolve("papers.jsonl.rejected")).doesNotExist();
            rejected.add(7, "no\tJSON", "{\u001b[31m\n" + "x".repeat(1_000));
            rejected.add(9, "no title", "{}");
            assertThat(rejected.count()).isEqualTo(2);
            assertThat(rejected.told())
                    .contains("2 lines of " + input + " were not taken, the first is line 7: no JSON; see " + input
                            + ".rejected");
        }
        assertThat(Files.readAllLines(folder.resolve("papers.jsonl.rejected")))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0))
                        .startsWith("7\tno JSON\t{ [31m xxx")
                        .hasSizeLessThan(520))
                .endsWith("9\tno title\t{}");
        try (RejectedLines rejected = RejectedLines.beside(input)) {
            assertThat(rejected.count()).isZero();
            assertThat(rejected.told()).isEmpty();
        }
        assertThat(folder.resolve("papers.jsonl.rejected")).doesNotExist();
    }

    @Test
    void whereTheyCannotBeWrittenTheyAreCountedAndTheFirstIsTold() {
        Path input = folder.resolve("no such folder").resolve("papers.jsonl");
        try (RejectedLines rejected = RejectedLines.beside(input)) {
            rejected.add(7, "no JSON", "oops");
            rejected.add(9, "no title", "{}");

            assertThat(rejected.told().orElseThrow())
                    .startsWith("2 lines of " + input + " were not taken, the first is line 7: no JSON (")
                    .contains("cannot be written");
        }
    }
}
