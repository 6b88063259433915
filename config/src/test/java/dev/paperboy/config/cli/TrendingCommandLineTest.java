package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendingCommandLineTest {

    private static final Instant SEEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final PaperId ONE = new PaperId("2611.00001");
    private static final PaperId UNKNOWN = new PaperId("2611.00002");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void observe() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        try (Store store = Store.open(new Home(folder.resolve("home")).database())) {
            store.observations().record(List.of(seen(ONE, 36), seen(UNKNOWN, 12)));
        }
    }

    private static Observation seen(PaperId paper, int upvotes) {
        return seen(paper, upvotes, SEEN);
    }

    private static Observation seen(PaperId paper, int upvotes, Instant at) {
        return new Observation(
                paper,
                at,
                "api_daily",
                Optional.of(LocalDate.parse("2026-11-22")),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private Shell shell(String home) {
        return new Shell(
                () -> new Home(folder.resolve(home)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                () -> Instant.parse("2026-11-23T09:00:00Z"));
    }

    private int trending(String home, String... arguments) {
        InMemoryPaperIndex index =
                InMemoryPaperIndex.of(List.of(Paper.of(ONE, "Hostile @everyone <!channel> **title**")));
        return run(
                new TrendingCommandLine(shell(home), known -> Store.open(known.database()), chosen -> index),
                arguments);
    }

    private static int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .execute(arguments);
    }

    @Test
    void peopleSeeTitleReasonAndAddress() {
        assertThat(trending("home")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString().lines())
                .containsExactly(
                        "  1. Hostile @everyone <!channel> **title**  [2611.00001]",
                        "     5.82  ▲ 36 upvotes · listed yesterday",
                        "     https://arxiv.org/abs/2611.00001",
                        "  2. 2611.00002  [2611.00002]",
                        "     4.24  ▲ 12 upvotes · listed yesterday",
                        "     https://arxiv.org/abs/2611.00002");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonIsOneArrayWhosePartsAddUp() {
        assertThat(trending("home", "--json", "--limit", "1")).isEqualTo(ExitCode.DONE);

        JsonNode rows = JsonMapper.shared().readTree(out.toString());
        assertThat(rows.size()).isEqualTo(1);
        JsonNode row = rows.get(0);
        assertThat(row.propertyNames()).containsExactly("rank", "id", "title", "score", "url", "reason", "parts");
        double sum = 0;
        for (JsonNode part : row.get("parts")) {
            sum += part.get("points").asDouble();
        }
        assertThat(sum).isEqualTo(row.get("score").asDouble());
    }

    @Test
    void thePastKnowsNothingOfWhatCameLater() {
        assertThat(trending("home", "--json", "--at", "2026-11-22T07:59:59Z")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString().strip()).isEqualTo("[]");
    }

    @Test
    void anEmptyAnswerSaysWhatToTry() {
        assertThat(trending("home", "--at", "2027-01-01")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("in the 7 days before 2027-01-01T00:00:00Z")
                .contains("try --at 2026-11-22T08:00:00Z");

        assertThat(trending("fresh")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("paperboy observe FILE");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("fresh")).as("asking leaves nothing behind").doesNotExist();
    }

    @Test
    void peopleSeeWholeSecondsAtWhichTheyFindSomething() {
        try (Store store = Store.open(new Home(folder.resolve("home")).database())) {
            store.observations().record(List.of(seen(ONE, 40, SEEN.plusMillis(300))));
        }
        assertThat(trending("home", "--at", "2027-01-01T00:00:00.123456789Z")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .contains("before 2027-01-01T00:00:00Z.", "is of 2026-11-22T08:00:01Z: try --at 2026-11-22T08:00:01Z");
    }

    @Test
    void badOptionsAreBadInput() {
        assertThat(trending("home", "--at", "yesterday")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trending("home", "--window", "P0D")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trending("home", "--window", "P1M")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trending("home", "--window", "week")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trending("home", "--limit", "0")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trending("home", "--window", "P1W")).isEqualTo(ExitCode.DONE);
        assertThat(trending("home", "--window", "PT36H")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aReplayPrintsOneLineForEachInstant() throws IOException {
        Path observations = Files.writeString(folder.resolve("obs.jsonl"), """
                {"id":"2611.00001","observed_at":"2026-11-20T08:00:00Z","kind":"api_daily","list_date":"2026-11-20","upvotes":5}
                {"id":"2611.00002","observed_at":"2026-11-20T08:00:00Z","kind":"api_daily","list_date":"2026-11-20","upvotes":9}
                {"id":"2611.00001","observed_at":"2026-11-21T08:00:00Z","kind":"api_daily","list_date":"2026-11-20","upvotes":50}
                oops
                """);
        Path instants = Files.writeString(
                folder.resolve("times.txt"),
                "2026-11-20T08:00:00Z\n\n2026-11-21T08:00:00+00:00\n2026-11-01T00:00:00Z\n");

        int code = run(
                new ReplayCommandLine(shell("unused")),
                "--observations",
                observations.toString(),
                "--at-file",
                instants.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"at\":\"2026-11-20T08:00:00Z\",\"ids\":[\"2611.00002\",\"2611.00001\"]}",
                        "{\"at\":\"2026-11-21T08:00:00+00:00\",\"ids\":[\"2611.00001\",\"2611.00002\"]}",
                        "{\"at\":\"2026-11-01T00:00:00Z\",\"ids\":[]}");
        assertThat(err.toString()).contains("1 line left out, the first: line 4");
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    private int replay(Path observations, Path instants) {
        return new CommandLine(new ReplayCommandLine(shell("x")))
                .setExitCodeExceptionMapper(e -> e instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILURE)
                .setExecutionExceptionHandler((e, line, result) -> {
                    err.write(e.getMessage() + "\n");
                    return line.getExitCodeExceptionMapper().getExitCode(e);
                })
                .execute("--observations", observations.toString(), "--at-file", instants.toString());
    }

    @Test
    void aReplayNamesTheLineThatIsNoInstant() throws IOException {
        Path instants = Files.writeString(folder.resolve("times.txt"), "2026-11-20\n\nsoon\n");

        assertThat(replay(folder.resolve("none"), instants)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith(instants + ":3: 'soon' is no instant");
    }

    @Test
    void aReplayOfNoInstantIsRefused() throws IOException {
        Path instants = Files.writeString(folder.resolve("times.txt"), "\n");

        assertThat(replay(folder.resolve("none"), instants)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith(instants + " has no instant");
    }

    @Test
    void aReplayOfWhatIsCutOffIsRefused() throws IOException {
        Path observations = CutOff.write(
                folder.resolve("obs.gz"),
                "{\"id\":\"2611.00001\",\"observed_at\":\"2026-11-20T08:00:00Z\",\"kind\":\"api_daily\",\"upvotes\":5}");
        Path instants = Files.writeString(folder.resolve("times.txt"), "2026-11-20\n");

        assertThat(replay(observations, instants)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith(observations + " is cut off after line 1");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aReplayThatCannotBeReadNamesNoClass() {
        Path none = folder.resolve("none");

        assertThat(replay(none, none)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().strip()).isEqualTo("cannot read " + none + ": no such file");
    }

    @Test
    void aReplayRefusesWhatItCannotRead() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "soon\n");
        String none = folder.resolve("none").toString();

        assertThat(run(new ReplayCommandLine(shell("x")), "--observations", none, "--at-file", none))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(new ReplayCommandLine(shell("x")), "--observations", none, "--at-file", bad.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(
                        new ReplayCommandLine(shell("x")),
                        "--observations",
                        bad.toString(),
                        "--at-file",
                        bad.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
