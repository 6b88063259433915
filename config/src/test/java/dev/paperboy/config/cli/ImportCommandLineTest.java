package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    private int run(boolean isTerminal, InstantSource clock, String... files) {
        Shell shell = new Shell(this::home, new PrintWriter(out, true), new PrintWriter(err, true), isTerminal, clock);
        return new CommandLine(new ImportCommandLine(shell, home -> LucenePaperIndex.open(home.index(), clock)))
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .execute(files);
    }

    private int run(String... files) {
        return run(false, InstantSource.system(), files);
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private static String line(int number) {
        return "{\"id\":\"2608.%05d\",\"title\":\"Paper number %d\"}".formatted(number, number);
    }

    private String last() {
        return out.toString().lines().toList().getLast();
    }

    @Test
    void filesAreAddedUpInOneLastLine() throws IOException {
        String one = file("one.jsonl", line(1), "oops", line(2));
        String two = file("two.jsonl", line(2), line(3));

        assertThat(run(one, two)).isEqualTo(ExitCode.DONE);

        assertThat(last()).isEqualTo("imported=3 updated=1 rejected=1");
        assertThat(folder.resolve("one.jsonl.rejected")).content().startsWith("2\tno JSON");
        assertThat(folder.resolve("two.jsonl.rejected")).doesNotExist();
        try (var index = LucenePaperIndex.openReadOnly(home().index(), InstantSource.system())) {
            assertThat(index.find(new PaperId("2608.00003"))).isPresent();
        }
    }

    @Test
    void aFileWithoutAPaperIsBadInputAndTheOthersAreAdded() throws IOException {
        assertThat(run(file("bad.jsonl", "{}"), file("good.jsonl", line(1)))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(last()).isEqualTo("imported=1 updated=0 rejected=1");
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("bad.jsonl has no paper: 1 line of ", "line 1: no title"));
    }

    @Test
    void ofAFileThatIsCutOffTheWholeLinesAreTaken() throws IOException {
        Path file = CutOff.write(folder.resolve("papers.gz"), line(1), line(2));

        assertThat(run(file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(last()).startsWith("imported=2 updated=0 ");
        assertThat(err.toString()).contains("paperboy: " + file + " is cut off after line 2");
    }

    @Test
    void anEmptyFileIsBadInput() throws IOException {
        assertThat(run(file("empty.jsonl"))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(last()).isEqualTo("imported=0 updated=0 rejected=0");
    }

    @Test
    void nothingIsDoneIfAFileIsMissing() throws IOException {
        assertThat(run(file("good.jsonl", line(1)), folder + "/none.jsonl")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(folder.resolve("home")).doesNotExist();
    }

    /** A folder stands where the file of rejected lines would: even root cannot write there. */
    @Test
    void aBadLineThatCannotBeWrittenDownLosesNothing() throws IOException {
        String file = file("papers.jsonl", "oops", line(1));
        Files.createDirectories(folder.resolve("papers.jsonl.rejected/in-the-way"));

        assertThat(run(file)).isEqualTo(ExitCode.DONE);

        assertThat(last()).isEqualTo("imported=1 updated=0 rejected=1");
        assertThat(err.toString()).contains("line 1: no JSON", "cannot be written");
    }

    @Test
    void aFileIsNotReadTogetherWithThatOfItsRejectedLines() throws IOException {
        String papers = file("papers.jsonl", line(1), "oops");
        String mended = file("papers.jsonl.rejected", line(2));

        assertThat(run(papers, mended)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(Path.of(mended)).content().contains("2608.00002");
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(run(mended)).as("alone it may be read").isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPipeIsReadToItsEnd() throws Exception {
        Path pipe = pipe();
        Thread writing = Thread.ofVirtual().start(() -> write(pipe, line(1) + "\noops\n" + line(2) + "\n"));

        assertThat(run(false, this::aSecondLater, pipe.toString())).isEqualTo(ExitCode.DONE);

        writing.join();
        assertThat(last()).isEqualTo("imported=2 updated=0 rejected=1");
        assertThat(err.toString()).contains("line 2: no JSON");
        assertThat(folder.resolve("pipe.rejected"))
                .as("a pipe has no place beside it")
                .doesNotExist();
    }

    @Test
    void onATerminalTooAPipeHasPlainLines() throws Exception {
        Path pipe = pipe();
        String lines =
                IntStream.range(0, 20).mapToObj(ImportCommandLineTest::line).collect(Collectors.joining("\n"));
        Thread writing = Thread.ofVirtual().start(() -> write(pipe, lines));

        assertThat(run(true, this::aSecondLater, pipe.toString())).isZero();

        writing.join();
        assertThat(err.toString().lines()).isNotEmpty().allMatch(line -> line.matches("pipe: \\d+ papers, [\\d,]+/s"));
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withoutATerminalProgressIsPlainLines() throws IOException {
        String[] lines =
                IntStream.range(0, 20).mapToObj(ImportCommandLineTest::line).toArray(String[]::new);

        run(false, this::aSecondLater, file("papers.jsonl", lines));

        assertThat(err.toString().lines())
                .hasSizeGreaterThan(1)
                .allMatch(
                        line -> line.matches("papers\\.jsonl: \\d+ %, \\d+ papers, [\\d,]+/s, \\d:\\d\\d:\\d\\d left"));
        assertThat(err.toString()).doesNotContain("\r");
    }

    @Test
    void onATerminalABarIsWrittenAnew() throws IOException {
        assertThat(run(true, InstantSource.system(), file("papers.jsonl", line(1), line(2))))
                .isZero();

        assertThat(err.toString())
                .contains("\rpapers.jsonl", "100%", "2 papers")
                .endsWith("\n");
        assertThat(err.toString().split("\r")).allMatch(shown -> shown.strip().length() <= 79);
    }

    private Instant aSecondLater() {
        now = now.plus(Duration.ofSeconds(1));
        return now;
    }
}
