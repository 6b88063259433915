package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationImportTest {

    private static final String FULL = "{\"id\":\"2608.00001\",\"observed_at\":\"2026-08-21T08:00:00Z\","
            + "\"kind\":\"api_daily\",\"list_date\":\"2026-08-20\",\"list_size\":13,\"upvotes\":32,\"comments\":3,"
            + "\"github_stars\":0,\"position\":1,\"order\":\"upvotes_desc\"}";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    @TempDir
    Path folder;

    private final Observations observations = new InMemoryObservations();
    private final List<String> remarks = new ArrayList<>();

    private ObservationImport.Result read(String... lines) throws IOException {
        Path file = folder.resolve("seen.jsonl");
        Files.write(file, List.of(lines));
        return new ObservationImport(observations, CLOCK, remarks::add).read(file);
    }

    @Test
    void aLineIsReadWhole() throws IOException {
        assertThat(read(FULL)).isEqualTo(new ObservationImport.Result(1, 0, 0));

        assertThat(observations.of(new PaperId("2608.00001"), Instant.parse("2026-08-21T08:00:00Z")))
                .containsExactly(new Observation(
                        new PaperId("2608.00001"),
                        Instant.parse("2026-08-21T08:00:00Z"),
                        "api_daily",
                        Optional.of(LocalDate.parse("2026-08-20")),
                        OptionalInt.of(32),
                        OptionalInt.of(3),
                        OptionalInt.of(0)));
    }

    @Test
    void readingAgainChangesNothing() throws IOException {
        read(FULL);

        assertThat(read(FULL, FULL)).isEqualTo(new ObservationImport.Result(0, 2, 0));
    }

    @Test
    void onlyIdInstantAndKindAreNeeded() throws IOException {
        assertThat(read("{\"id\":\"https://arxiv.org/abs/2608.00002v3\",\"observed_at\":\"2026-08-21T10:00:00+02:00\","
                        + "\"kind\":\"page_daily\",\"upvotes\":null}"))
                .isEqualTo(new ObservationImport.Result(1, 0, 0));

        assertThat(observations.newest()).contains(Instant.parse("2026-08-21T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "not JSON | no JSON: ",
                "{\"id\":\"2608.00001\" | no JSON: ",
                "[] | id is missing",
                "{} | id is missing",
                "{\"id\":7} | id is missing",
                "{\"id\":\"some thing\"} | id is no paper's id",
                "{\"id\":\"2608.00001\"} | observed_at is missing",
                "{\"id\":\"2608.00001\",\"observed_at\":\"2026-08-21\"} | observed_at is no instant",
                "{\"id\":\"2608.00001\",\"observed_at\":\"2026-08-21T08:00:00Z\"} | kind is missing",
            })
    void whatIsOfNoUseIsRejectedWithItsReason(String line, String reason) throws IOException {
        ObservationImport.Result result = read(FULL, line);

        assertThat(result).isEqualTo(new ObservationImport.Result(1, 0, 1));
        assertThat(remarks).singleElement().asString().contains("1 line of", "line 2: " + reason);
        assertThat(Files.readAllLines(folder.resolve("seen.jsonl.rejected")))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("2\t" + reason).endsWith("\t" + line));
    }

    @Test
    void countsAndDaysMustBeSome() throws IOException {
        ObservationImport.Result result = read(
                FULL.replace("32", "-1"),
                FULL.replace("32", "\"32\""),
                FULL.replace("32", "1.5"),
                FULL.replace("32", "99999999999"),
                FULL.replace("2026-08-20", "yesterday"));

        assertThat(result).isEqualTo(new ObservationImport.Result(0, 0, 5));
        assertThat(result.isUseful()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:00.001Z, observed_at is still to come: 2026-11-24T09:00:00.001Z",
        "+999999-01-01T00:00:00Z, observed_at is still to come",
        "+999999999-01-01T00:00:00Z, observed_at is still to come",
        "1989-12-31T00:00:00Z, observed_at is long before",
        "-999999999-01-01T00:00:00Z, observed_at is long before",
    })
    void whatCannotHaveBeenSeenIsRejected(String instant, String reason) throws IOException {
        assertThat(read(FULL, FULL.replace("2026-08-21T08:00:00Z", instant)))
                .isEqualTo(new ObservationImport.Result(1, 0, 1));

        assertThat(folder.resolve("seen.jsonl.rejected")).content().startsWith("2\t" + reason);
        assertThat(observations.newest()).contains(Instant.parse("2026-08-21T08:00:00Z"));
    }

    @Test
    void aClockMayBeADayAhead() throws IOException {
        assertThat(read(FULL.replace("2026-08-21T08:00:00Z", "2026-11-24T09:00:00Z")))
                .isEqualTo(new ObservationImport.Result(1, 0, 0));
    }

    @Test
    void anUncertainInstantIsNotRecorded() throws IOException {
        assertThat(read(FULL.replace("\"list_size\"", "\"observed_at_uncertain\":true,\"list_size\"")))
                .isEqualTo(new ObservationImport.Result(0, 0, 1));
    }

    @Test
    void aCountThatWasNeverObservedStaysInTheIndex() throws IOException {
        Paper paper = Paper.of(new PaperId("2608.00001"), "Title").withPopularity(new Popularity(50, 2, 900));
        InMemoryPaperIndex index = InMemoryPaperIndex.of(List.of(paper));
        Path file = Files.writeString(
                folder.resolve("seen.jsonl"),
                "{\"id\":\"2608.00001\",\"observed_at\":\"2026-08-21T08:00:00Z\",\"kind\":\"page\",\"upvotes\":60}");
        ObservationImport observed = new ObservationImport(observations, CLOCK, remarks::add);
        observed.read(file);

        assertThat(observed.update(index)).isEqualTo(1);
        assertThat(index.find(paper.id()).orElseThrow().popularity()).isEqualTo(new Popularity(60, 2, 900));
    }

    @Test
    void aCountThatAListDoesNotShowStaysAsItWas() {
        Instant at = Instant.parse("2026-08-21T08:00:00Z");
        PaperId paper = new PaperId("2608.00001");
        Observation stars = new Observation(
                paper,
                at,
                "page_daily",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(70));

        List<Observation> history = List.of(stars, ObservationsContract.upvotes(paper, at.plusSeconds(1), 5));

        assertThat(LatestCounts.of(history, new Popularity(4, 3, 2))).isEqualTo(new Popularity(5, 3, 70));
        assertThat(LatestCounts.of(List.of(), Popularity.NONE)).isEqualTo(Popularity.NONE);
    }

    @Test
    void theSharedFileIsReadBarItsUncertainLines() throws IOException {
        Path shared = Path.of(System.getProperty("paperboy.shared", "../shared"), "data", "observations.jsonl.gz");
        Assumptions.assumeTrue(Files.isReadable(shared), "the shared observations are not there");
        Path copy = Files.copy(shared, folder.resolve("observations.jsonl.gz"));

        assertThat(new ObservationImport(observations, CLOCK, remarks::add).read(copy))
                .isEqualTo(new ObservationImport.Result(29_202, 0, 50));
    }
}
