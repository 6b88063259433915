package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
                "sandbox --port 99999",
                "sandbox --port=-1",
                "trending --window P106751991167300D",
                "trending --at +999999999-01-01T00:00:00Z",
                "trending --home=",
                "search --home= x",
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

    /** A parser's message quotes the text it stumbled over. */
    @ParameterizedTest
    @ValueSource(strings = {"discord:\n  token: geheim: x\n", "discord:\n\ttoken: geheim\n", "discord: [geheim\n"})
    void settingsThatAreNoYamlAreNotQuotedEvenWhenDebugging(String yaml) throws IOException {
        Files.writeString(folder.resolve("paperboy.yaml"), yaml);

        assertThat(run("--debug", "run")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("this is not YAML", "\tat ").doesNotContain("geheim");
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        int code = Main.run(
                List.of("--home", file.toString(), "trending"),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of());

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("cannot make the home folder", file.toString()));
    }

    @Test
    void searchingMakesNoHomeFolder() {
        Path none = folder.resolve("none");

        assertThat(Main.run(
                        List.of("search", "x", "--home", none.toString()),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.of()))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(none).doesNotExist();
    }

    @Test
    void noErrorNamesAClass() {
        assertThat(Errors.describe(new NoSuchFileException("/x/y"))).isEqualTo("/x/y: no such file");
        assertThat(Errors.describe(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("disk full");
        assertThat(Errors.describe(new IllegalStateException("odd")))
                .isEqualTo("something unexpected went wrong: odd (--debug shows where)");
    }

    @Test
    void aPortThatIsTakenIsAFailure() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("sandbox", "--offline", "--port", port)).isEqualTo(ExitCode.FAILURE);
            assertThat(err.toString()).contains("port " + port + " is in use");
        }
    }
}
