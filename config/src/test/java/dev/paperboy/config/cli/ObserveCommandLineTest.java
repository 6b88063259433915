package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ObserveCommandLineTest {

    private static final String LINE =
            "{\"id\":\"2608.00001\",\"observed_at\":\"2026-08-2%dT08:00:00Z\",\"kind\":\"api_daily\",\"upvotes\":%d}";

    private static final PaperId SEEN = new PaperId("2608.00001");

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PaperIndex index = InMemoryPaperIndex.of(
            List.of(Paper.of(SEEN, "A paper that is voted for").withPopularity(new Popularity(1, 2, 3))));

    private int run(Function<Home, PaperIndex> openIndex, String... files) {
        Home home = new Home(folder.resolve("home"));
        Shell shell = new Shell(() -> home, new PrintWriter(out, true), new PrintWriter(err, true), CLOCK);
        return new CommandLine(new ObserveCommandLine(shell, known -> Store.open(known.database()), openIndex))
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .execute(files);
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @Test
    void filesAreRecordedAndCounted() throws IOException {
        String one = file("one.jsonl", LINE.formatted(0, 5), "oops", LINE.formatted(1, 7));
        String two = file("two.jsonl", LINE.formatted(1, 7), LINE.formatted(2, 9));

        assertThat(run(home -> index, one, two)).isEqualTo(ExitCode.DONE);

        assertThat(out.toString().strip()).isEqualTo("recorded=3 known=1 rejected=1");
        assertThat(folder.resolve("one.jsonl.rejected")).content().startsWith("2\tno JSON");
        assertThat(folder.resolve("two.jsonl.rejected")).doesNotExist();
        assertThat(index.find(SEEN).orElseThrow().popularity())
                .as("what nobody observed stays")
                .isEqualTo(new Popularity(9, 2, 3));
        try (Store store = Store.open(folder.resolve("home").resolve("paperboy.db"))) {
            assertThat(store.observations().newest()).contains(Instant.parse("2026-08-22T08:00:00Z"));
        }
    }

    @Test
    void aFileWithoutAnObservationIsBadInput() throws IOException {
        assertThat(run(home -> index, file("good.jsonl", LINE.formatted(0, 5)), file("bad.jsonl", "{}")))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString().strip()).isEqualTo("recorded=1 known=0 rejected=1");
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("bad.jsonl has no observation: 1 line of "));
    }

    @Test
    void ofAFileThatIsCutOffTheWholeLinesAreTaken() throws IOException {
        Path file = CutOff.write(folder.resolve("seen.gz"), LINE.formatted(0, 5), LINE.formatted(1, 7));

        assertThat(run(home -> index, file.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).startsWith("recorded=2 known=0 ");
        assertThat(err.toString()).contains("paperboy: " + file + " is cut off after line 2");
    }

    @Test
    void whatIsStillToComeIsRejected() throws IOException {
        String future = LINE.formatted(1, 7).replace("2026-08", "+999999-08");

        assertThat(run(home -> index, file("seen.jsonl", LINE.formatted(0, 5), future)))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString().strip()).isEqualTo("recorded=1 known=0 rejected=1");
        assertThat(folder.resolve("seen.jsonl.rejected")).content().startsWith("2\tobserved_at is still to come");
    }

    @Test
    void nothingIsDoneIfAFileIsMissing() throws IOException {
        assertThat(run(home -> index, file("good.jsonl", LINE.formatted(0, 5)), folder + "/none.jsonl"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void anIndexInUseDoesNotKeepObservationsOut() throws IOException {
        Function<Home, PaperIndex> inUse = home -> {
            throw new PaperIndexException(PaperIndexException.Kind.UNAVAILABLE, "the index is in use");
        };

        assertThat(run(inUse, file("one.jsonl", LINE.formatted(0, 5)))).isEqualTo(ExitCode.DONE);

        assertThat(out.toString().strip()).isEqualTo("recorded=1 known=0 rejected=0");
        assertThat(err.toString()).contains("the index is in use");
    }
}
