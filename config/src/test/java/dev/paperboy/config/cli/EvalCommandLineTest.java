package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.index.lucene.LucenePaperIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvalCommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int eval(List<String> corpus, List<String> queries) throws IOException {
        return eval(corpus, queries, "keyword");
    }

    private int eval(List<String> corpus, List<String> queries, String mode) throws IOException {
        return eval(
                Files.write(folder.resolve("corpus.jsonl"), corpus),
                Files.write(folder.resolve("queries.jsonl"), queries),
                folder.resolve("run"),
                mode);
    }

    private int eval(Path corpus, Path queries) {
        return eval(corpus, queries, folder.resolve("run"), "keyword");
    }

    private int eval(Path corpus, Path queries, Path run, String mode) {
        Shell shell = new Shell(
                () -> new Home(folder.resolve("home")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                InstantSource.system());
        return new CommandLine(new EvalCommandLine(
                        shell,
                        WordEmbedder::new,
                        (path, embedder) -> LucenePaperIndex.open(path, InstantSource.system(), embedder)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .setExecutionExceptionHandler((e, line, result) -> {
                    err.write(String.valueOf(e.getMessage()));
                    return line.getExitCodeExceptionMapper().getExitCode(e);
                })
                .execute(
                        "--corpus",
                        corpus.toString(),
                        "--queries",
                        queries.toString(),
                        "--out",
                        run.toString(),
                        "--mode",
                        mode);
    }

    @Test
    void theRunHasTheCollectionsOwnIds() throws IOException {
        List<String> corpus = List.of(
                "{\"_id\":\"doc/1\",\"title\":\"Wings\",\"text\":\"The lift of thin wings.\"}",
                "{\"_id\":\"2\",\"title\":\"\",\"text\":\"Wings and wings and wings.\"}",
                "{\"_id\":3,\"title\":\"Boats\",\"text\":\"Water.\"}");

        assertThat(eval(corpus, List.of("{\"_id\":\"q1\",\"text\":\"wings?\"}", "{\"_id\":\"q2\",\"text\":\"zebra\"}")))
                .isEqualTo(ExitCode.DONE);

        assertThat(Files.readAllLines(folder.resolve("run")))
                .hasSize(2)
                .allMatch(line -> line.matches("q1 Q0 (doc/1|2) [12] \\d+\\.\\d{6} paperboy"))
                .anyMatch(line -> line.startsWith("q1 Q0 doc/1 "));
        assertThat(out.toString().strip()).isEqualTo("documents=3 queries=2 answered=1");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void whatMeansTheSameIsFoundInHybridMode() throws IOException {
        List<String> corpus = List.of(
                "{\"_id\":\"1\",\"title\":\"The automobile\",\"text\":\"Automobile engines.\"}",
                "{\"_id\":\"2\",\"title\":\"On boats\",\"text\":\"Sails.\"}");
        List<String> queries = List.of("{\"_id\":\"q\",\"text\":\"car car car\"}");

        assertThat(eval(corpus, queries)).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("run")).isEmptyFile();

        assertThat(eval(corpus, queries, "hybrid")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("run")).getFirst()).startsWith("q Q0 1 1 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "oops | no JSON",
                "{\"title\":\"x\"} | no _id",
                "{\"_id\":\"a b\",\"title\":\"x\"} | an _id holds no blanks",
            })
    void aBadLineIsNamed(String line, String reason) throws IOException {
        assertThat(eval(List.of("{\"_id\":\"1\",\"title\":\"x\"}", line), List.of("{\"_id\":\"1\",\"text\":\"x\"}")))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("corpus.jsonl:2: " + reason);
    }

    @Test
    void aCollectionThatIsCutOffIsRefused() throws IOException {
        Path corpus = CutOff.write(folder.resolve("corpus.gz"), "{\"_id\":\"1\",\"title\":\"x\"}");
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\":\"1\",\"text\":\"x\"}");

        assertThat(eval(corpus, queries)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("corpus.gz:2: the packed file is cut off or damaged here");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private int evalInto(Path run) throws IOException {
        Path file = Files.writeString(
                folder.resolve("both.jsonl"), "{\"_id\":\"1\",\"title\":\"wings\",\"text\":\"wings\"}");
        return eval(file, file, run, "keyword");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunThatIsLostIsNoSuccess() throws IOException {
        assertThat(evalInto(Path.of("/dev/full"))).isEqualTo(ExitCode.FAILURE);

        assertThat(err.toString()).isEqualTo("cannot write /dev/full: disk full");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aRunThatHasNoFolderIsRefused() throws IOException {
        Path run = folder.resolve("none/run");

        assertThat(evalInto(run)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).isEqualTo("cannot write " + run + ": no such folder");
    }

    @Test
    void anIdThatStandsTwiceIsRefused() throws IOException {
        String same = "{\"_id\":\"1\",\"title\":\"x\",\"text\":\"x\"}";

        assertThat(eval(List.of(same, same), List.of(same))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the _id 1 stands twice");
    }
}
