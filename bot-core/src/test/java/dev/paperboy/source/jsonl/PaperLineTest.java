package dev.paperboy.source.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of papers in both shapes: Paperboy's own, and that of arXiv's snapshot on Kaggle. */
class PaperLineTest {

    private static final String VERSIONS =
            "\"versions\":[{\"version\":\"v1\",\"created\":\"Mon, 4 Jan 1999 10:00:00 GMT\"},"
                    + "{\"version\":\"v2\",\"created\":\"Tue, 2 Feb 1999 11:00:00 GMT\"}]";

    private static Paper paper(String line) {
        PaperLine read = PaperLine.read(line);
        assertThat(read).as(line).isInstanceOf(PaperLine.Read.class);
        return ((PaperLine.Read) read).paper();
    }

    private static String id(String fields) {
        return paper("{\"title\":\"A Survey of S4\"" + fields + "}").id().value();
    }

    private static Optional<Instant> published(String fields) {
        return paper("{\"title\":\"T\"," + fields + "}").published();
    }

    @Test
    void anOwnLineIsReadWhole() {
        Paper paper = paper("{\"id\":\"2404.01234v2\",\"title\":\"Two\\n lines\",\"abstract\":\"All of it.\","
                + "\"summary\":\"One sentence.\",\"authors\":[\"A. Bee\",\" \",\"C. Dee\"],"
                + "\"categories\":[\"cs.CL\",\"68T50\",\"cs.CL\"],\"published\":\"2024-04-02\","
                + "\"updated\":\"2024-05-01T12:00:00+02:00\",\"version\":2,\"code_url\":\"https://github.com/a/b\","
                + "\"project_url\":\"ftp://a.b\",\"doi\":\"https://doi.org/10.1145/X\",\"upvotes\":50,\"comments\":2,"
                + "\"github_stars\":900,\"withdrawn\":true}");

        assertThat(paper.id()).isEqualTo(new PaperId("2404.01234"));
        assertThat(paper.title()).isEqualTo("Two lines");
        assertThat(paper.summary()).isEqualTo("One sentence.");
        assertThat(paper.authors()).containsExactly(new Author("A. Bee"), new Author("C. Dee"));
        assertThat(paper.categories()).containsExactly(new Category("cs.CL"));
        assertThat(paper.published()).contains(Instant.parse("2024-04-02T00:00:00Z"));
        assertThat(paper.updated()).contains(Instant.parse("2024-05-01T10:00:00Z"));
        assertThat(paper.version()).isEqualTo(2);
        assertThat(paper.links().code()).contains(URI.create("https://github.com/a/b"));
        assertThat(paper.links().project()).isEmpty();
        assertThat(paper.links().doi()).contains("10.1145/x");
        assertThat(paper.popularity()).isEqualTo(new Popularity(50, 2, 900));
        assertThat(paper.withdrawn()).isTrue();
    }

    @Test
    void withoutAnIdItIsTheDoiAndWithoutThatTheTitle() {
        assertThat(id(",\"arxiv_id\":\"hep-th/9901001v3\",\"doi\":\"10.1145/x\""))
                .isEqualTo("hep-th/9901001");
        assertThat(id(",\"arxiv_id\":null,\"doi\":\"10.1145/X\"")).isEqualTo("doi:10.1145/x");
        assertThat(id(",\"arxiv_id\":\"\",\"doi\":\"10.1145/X\"")).isEqualTo("doi:10.1145/x");
        assertThat(id(",\"id\":\" \",\"doi\":\"\"")).isEqualTo("title:a-survey-of-s4");
        assertThat(id("")).isEqualTo("title:a-survey-of-s4");
    }

    @Test
    void theListingDayStandsInForTheDayOfPublication() {
        assertThat(published("\"listed_at\":\"2026-08-20\"")).contains(Instant.parse("2026-08-20T00:00:00Z"));
        assertThat(published("\"published\":\"2026-08-19T10:00:00\",\"listed_at\":\"2026-08-20\""))
                .contains(Instant.parse("2026-08-19T10:00:00Z"));
        assertThat(published("\"published\":\"soon\",\"listed_at\":\"2026-08-20\""))
                .contains(Instant.parse("2026-08-20T00:00:00Z"));
    }

    @Test
    void aDayTwoMonthsAfterThatOfTheIdIsWrong() {
        assertThat(published("\"id\":\"2506.14665\",\"published\":\"2026-04-21T00:00:00Z\""))
                .isEmpty();
        assertThat(published("\"id\":\"2506.14665\",\"published\":\"2025-07-31\""))
                .isPresent();
        assertThat(published("\"id\":\"2506.14665\",\"published\":\"2026-04-21\",\"listed_at\":\"2025-06-20\""))
                .contains(Instant.parse("2025-06-20T00:00:00Z"));
        assertThat(published("\"id\":\"hep-th/9901001\",\"published\":\"2001-01-01\""))
                .isPresent();
    }

    @Test
    void countsThatCannotBeAreNone() {
        assertThat(paper("{\"title\":\"T\",\"upvotes\":-3,\"comments\":\"7\",\"github_stars\":1e30}")
                        .popularity())
                .isEqualTo(new Popularity(0, 0, Integer.MAX_VALUE));
        assertThat(paper("{\"title\":\"T\"}").popularity()).isEqualTo(Popularity.NONE);
    }

    @Test
    void aLinkWithAUserOrPasswordIsNotOffered() {
        Paper paper = paper("{\"title\":\"T\",\"code_url\":\"https://github.com@evil.example/a\","
                + "\"project_url\":\"http://u:p@example.org\"}");

        assertThat(paper.links().code()).isEmpty();
        assertThat(paper.links().project()).isEmpty();
    }

    @Test
    void aKaggleLineIsReadWhole() {
        Paper paper = paper("{\"id\":\"hep-th/9901001\",\"title\":\"Old\\n  style\",\"authors\":\"A. Bee and C. Dee\","
                + "\"categories\":\"hep-th math.MP\",\"doi\":\"10.1145/a 10.1145/b\",\"abstract\":\"  Strings.\\n\","
                + "\"comments\":\"This paper has been withdrawn\"," + VERSIONS + "}");

        assertThat(paper.id()).isEqualTo(new PaperId("hep-th/9901001"));
        assertThat(paper.title()).isEqualTo("Old style");
        assertThat(paper.abstractText()).isEqualTo("Strings.");
        assertThat(paper.authors()).containsExactly(new Author("A. Bee"), new Author("C. Dee"));
        assertThat(paper.categories()).containsExactly(new Category("hep-th"), new Category("math.MP"));
        assertThat(paper.published()).contains(Instant.parse("1999-01-04T10:00:00Z"));
        assertThat(paper.updated()).contains(Instant.parse("1999-02-02T11:00:00Z"));
        assertThat(paper.version()).isEqualTo(2);
        assertThat(paper.links().doi()).contains("10.1145/a");
        assertThat(paper.withdrawn()).isTrue();
    }

    @Test
    void aKaggleLineWithoutVersionsToldKeepsItsUpdate() {
        Paper paper = paper("{\"id\":\"2404.01234\",\"title\":\"T\",\"authors\":null,\"versions\":[],"
                + "\"update_date\":\"2024-06-01\",\"comments\":null}");

        assertThat(paper.published()).isEmpty();
        assertThat(paper.updated()).contains(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(paper.version()).isZero();
        assertThat(paper.withdrawn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "[] | no JSON object",
                "{} {} | no JSON: ",
                "{\"id\":\"2404.01234\"} | no title",
                "{\"title\":7} | the title is no text",
                "{\"title\":\" \"} | the title is empty",
                "{\"title\":\"T\",\"id\":7} | the id is no text: 7",
                "{\"title\":\"T\",\"id\":\"seven\"} | the id is no paper id: 'seven'",
                "{\"title\":\"T\",\"doi\":\"10.48550/arXiv.foo\"} | the doi is no paper id",
                "{\"title\":\"T\",\"versions\":[]} | no id",
                "{\"title\":\"T\",\"id\":\"\",\"versions\":[]} | no id",
            })
    void whatIsNoPaperIsRejectedWithItsReason(String line, String reason) {
        assertThat(PaperLine.read(line))
                .isInstanceOfSatisfying(
                        PaperLine.Rejected.class,
                        rejected -> assertThat(rejected.reason()).startsWith(reason));
    }

    @Test
    void theRecordedSnapshotIsReadToItsLastLine() throws IOException {
        Path folder = Path.of(System.getProperty("paperboy.shared", "../shared"), "data", "fixtures", "kaggle");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the recorded Kaggle lines are not there");
        List<Paper> papers = new ArrayList<>();
        for (String name : List.of("arxiv-metadata-oai-snapshot.sample.json", "one_line_recorded.json")) {
            Files.readAllLines(folder.resolve(name)).forEach(line -> papers.add(paper(line)));
        }

        assertThat(papers).allSatisfy(paper -> {
            assertThat(paper.id().isArxiv()).isTrue();
            assertThat(paper.authors()).isNotEmpty();
            assertThat(paper.categories()).isNotEmpty();
            assertThat(paper.version()).isPositive();
        });
        assertThat(papers.stream().filter(Paper::withdrawn)).hasSize(7);
        assertThat(papers.stream().filter(paper -> paper.id().value().contains("/")))
                .hasSize(8);
        assertThat(papers.getLast().published()).contains(Instant.parse("2021-01-11T20:31:27Z"));
    }
}
