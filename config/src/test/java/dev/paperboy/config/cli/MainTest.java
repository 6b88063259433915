package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", folder.toString()));
        all.addAll(List.of(arguments));
        PrintWriter output = new PrintWriter(out, true);
        return Main.run(all, output, new PrintWriter(err, true), Map.of());
    }

    @Test
    void aloneItShowsWhatThereIs() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains(
                        "sandbox ",
                        "run ",
                        "import ",
                        "search ",
                        "observe ",
                        "trending ",
                        "eval ",
                        "replay ",
                        "doctor ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "doctr",
                "doctor --what",
                "observe",
                "import",
                "search",
                "search --mode magic x",
                "run"
            })
    void badUsageIsOneLineAndTwo(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("paperboy: "));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(run("search", "--help")).isZero();
        assertThat(out.toString()).contains("paperboy search", "--mode", "--limit", "--json", "QUERY");
    }

    @Test
    void searchingBeforeAnythingWasImportedSaysWhatToDo() {
        assertThat(run("search", "x")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("there is no index in", "import papers first");
    }

    @Test
    void aMisspeltCommandIsGuessed() {
        run("doctr");
        assertThat(err.toString()).contains("did you mean doctor?");
    }

    @Test
    void badSettingsAreNamedWithTheirLine() throws IOException {
        Files.writeString(folder.resolve("paperboy.yaml"), "http:\n  prot: 80\n");

        assertThat(run("run")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains(
                        "paperboy.yaml:2: unknown key http.prot; did you mean http.port? (known in http: port, host)");
    }

    @Test
    void aStackTraceComesOnlyWhenAskedFor() {
        run("--debug", "run");
        assertThat(err.toString()).contains("paperboy: no platform is set up", "\tat ");
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--home", file.toString(), "trending")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
    }
}
