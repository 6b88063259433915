package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandLineTest {

    private static final Paper ONE = Paper.of(
                    new PaperId("2611.00001"), "Diffusion \u001B[2Jof @everyone \u202Egnitrats")
            .withAuthors(List.of(new Author("Ada Lovelace")))
            .withCategories(List.of(new Category("cs.CL")))
            .withPublished(Instant.parse("2026-11-20T00:00:00Z"));
    private static final Paper TWO = Paper.of(new PaperId("2611.00002"), "Diffusion in robots");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int search(String... arguments) {
        Shell shell = new Shell(
                () -> new Home(Path.of("none")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                () -> Instant.parse("2026-11-23T09:00:00Z"));
        InMemoryPaperIndex index = InMemoryPaperIndex.of(List.of(ONE, TWO));
        return new CommandLine(new SearchCommandLine(shell, WordEmbedder::new, (folder, embedder) -> index))
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Test
    void jsonIsOneArrayOfTheContractsKeys() {
        assertThat(search("--json", "--limit", "1", "author:lovelace", "diffusion"))
                .isEqualTo(ExitCode.DONE);

        JsonNode rows = JsonMapper.shared().readTree(out.toString());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).propertyNames()).startsWith("rank", "id", "title", "score", "url");
        assertThat(rows.get(0).path("rank").asInt()).isEqualTo(1);
        assertThat(rows.get(0).path("id").asString()).isEqualTo("2611.00001");
        assertThat(rows.get(0).path("url").asString()).isEqualTo("https://arxiv.org/abs/2611.00001");
        assertThat(rows.get(0).path("score").isNumber()).isTrue();
    }

    @Test
    void aPersonReadsWhoWroteItAndWhen() {
        search("diffusion", "cs.CL");

        assertThat(out.toString()).contains("of @everyone", "Ada Lovelace · 2026-11-20 · cs.CL");
    }

    @Test
    void noTitleSteersTheTerminal() {
        search("diffusion");
        search("zebra\u001B]0;title\u0007");

        assertThat(out.toString()).contains("of @everyone gnitrats", "Nothing found for 'zebra]0;title'");
        assertThat(out.toString().chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(err.toString()).doesNotContain("\u001B");
    }

    @Test
    void joinersOfScriptsAndEmojiStay() {
        assertThat(Printable.of("👩\u200D🔬 \u2066x\u2069 می\u200Cخواهم\r\n")).isEqualTo("👩\u200D🔬 x می\u200Cخواهم");
    }

    @Test
    void aWordWithAMinusExcludes() {
        assertThat(search("diffusion", "-robots")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("2611.00001").doesNotContain("2611.00002");
    }

    @Test
    void nothingFoundIsAnAnswer() {
        assertThat(search("--json", "zebra")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().strip()).isEqualTo("[]");
        assertThat(search("zebra")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Nothing found for 'zebra'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the of", "--lmit 3 diffusion", "--limit 0 x", "--limit 1001 x", "!?"})
    void whatCannotBeAskedIsBadInput(String line) {
        String[] arguments = line.startsWith("--") ? line.split(" ") : new String[] {line};

        assertThat(search(arguments)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatWasReadKindlyIsSaidBesideTheAnswer() {
        assertThat(search("diffusion \"robots")).isEqualTo(ExitCode.DONE);

        assertThat(err.toString()).contains("A quotation mark without its partner was ignored.");
        assertThat(out.toString()).contains("Diffusion in robots");
    }
}
