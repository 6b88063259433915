package dev.paperboy.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PaperSourceContract;
import dev.paperboy.source.RecordedAnswers;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.RecordedAnswers.Asked;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.TestClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DailyPapersTest implements PaperSourceContract {

    private static final Duration INTERVAL = Duration.ofHours(1);

    @Override
    public PaperSource source(SourceClient client, URI base) {
        return new DailyPapers(client, base, 3, INTERVAL, CLOCK);
    }

    @Override
    public List<PaperId> published() {
        return IntStream.range(0, 5).mapToObj(i -> new PaperId("2608.0000" + i)).toList();
    }

    /** A list on Wednesday and one on Thursday; that of Friday is still empty. */
    @Override
    public Function<Asked, Answer> provider() {
        return asked -> switch (asked.parameter("date")) {
            case "2026-08-19" -> page(asked, 0, 3);
            case "2026-08-20" -> page(asked, 3, 5);
            case "2026-08-21" -> Answer.ok("[]");
            default -> Answer.of(400, "{\"error\":\"unexpected date\"}");
        };
    }

    private static Answer page(Asked asked, int from, int to) {
        int limit = Integer.parseInt(asked.parameter("limit"));
        int skip = Integer.parseInt(asked.parameter("p")) * limit;
        return Answer.ok(IntStream.range(from, to)
                .skip(skip)
                .limit(limit)
                .mapToObj(DailyPapersTest::item)
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static String item(int number) {
        String title = JsonMapper.shared().writeValueAsString(number == 0 ? HOSTILE : "Title " + number);
        return """
                {"paper":{"id":"%s","title":%s,"summary":"Words.","upvotes":%d,"githubStars":0,
                "githubRepo":"https://github.com/x/y","projectPage":"javascript:alert(1)",
                "authors":[{"name":"Ada Lovelace","user":{"fullname":"SECRET"}},{"name":" "},{}],
                "publishedAt":"2026-08-18T10:00:00.000Z"},
                "numComments":2,"title":"outer","submittedBy":{"fullname":"SECRET","avatarUrl":"SECRET"}}
                """.formatted(id(number), title, number);
    }

    private static String id(int number) {
        return "2608." + String.format("%05d", number);
    }

    @Override
    public Function<Asked, Answer> bareProvider() {
        return asked -> Answer.ok(
                asked.parameter("date").equals("2026-08-20")
                        ? "[{\"id\":\"2608.00001\",\"title\":\"T\\n t\"},{\"paper\":{}},7]"
                        : "[]");
    }

    @Override
    public Answer errorWithOk() {
        return Answer.ok("{\"error\":\"Sorry,\\n no\"}");
    }

    @Override
    public Map<String, Answer> unacceptable() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("an object", Answer.ok("{}"));
        answers.put("a number", Answer.ok("7"));
        answers.put("a list of other things", Answer.ok("[{\"model\":\"x\"},{\"model\":\"y\"}]"));
        answers.put("something behind the list", Answer.ok("[]]"));
        answers.put("a bottomless pit", Answer.ok("[".repeat(100_000)));
        return answers;
    }

    private static DailyPapers of(TestClient test, int days, Instant now) {
        return new DailyPapers(test.client(), test.server().uri("/api/daily_papers"), days, INTERVAL, () -> now);
    }

    @Test
    void whatIsSeenIsObservedAtThatInstant() {
        try (TestClient test = new TestClient(asked -> page(asked, 0, 2))) {
            SourceBatch batch = of(test, 1, NOW.plusNanos(123)).fetch(Optional.empty());

            assertThat(batch.observations())
                    .hasSize(2)
                    .contains(new Observation(
                            new PaperId("2608.00001"),
                            NOW,
                            "api_daily",
                            Optional.of(LocalDate.parse("2026-08-21")),
                            OptionalInt.of(1),
                            OptionalInt.of(2),
                            OptionalInt.of(0)));
            Paper paper = batch.papers().getLast();
            assertThat(paper.authors()).containsExactly(new Author("Ada Lovelace"));
            assertThat(paper.links().code()).contains(URI.create("https://github.com/x/y"));
            assertThat(paper.links().project()).isEmpty();
            assertThat(paper.popularity().upvotes()).isEqualTo(1);
            assertThat(batch.toString()).doesNotContain("SECRET");
        }
    }

    @Test
    void aCountThatIsNotShownIsAbsent() {
        String items = "[{\"paper\":{\"id\":\"2608.00001\",\"title\":\"T\",\"upvotes\":\"7\",\"githubStars\":-1}},"
                + "{\"id\":\"2608.00002\",\"title\":\"U\",\"upvotes\":1e99,\"comments\":{}}]";
        try (TestClient test = new TestClient(asked -> Answer.ok(items))) {
            assertThat(of(test, 1, NOW).fetch(Optional.empty()).observations())
                    .hasSize(2)
                    .allSatisfy(seen -> {
                        assertThat(seen.upvotes()).isEmpty();
                        assertThat(seen.githubStars()).isEmpty();
                        assertThat(seen.comments()).isEmpty();
                    });
        }
    }

    @Test
    void aLongListIsReadPageByPageAndAPaperCountsOnce() {
        try (TestClient test = new TestClient(asked -> page(asked, 0, 120))) {
            test.server().first(page(new Asked("", Map.of("p", "0", "limit", "50"), "", Map.of()), 1, 60));

            SourceBatch batch = of(test, 1, NOW).fetch(Optional.empty());

            assertThat(test.server().asked())
                    .extracting(asked -> asked.parameter("p"))
                    .containsExactly("0", "1", "2");
            assertThat(batch.papers()).hasSize(119).doesNotHaveDuplicates();
            assertThat(batch.observations()).hasSize(119);
        }
    }

    @Test
    void everyRoundSeesTheListsAgain() {
        try (TestClient test = new TestClient(provider())) {
            String end = end(of(test, 3, NOW), Optional.empty());
            int first = test.server().asked().size();

            SourceBatch early = of(test, 3, NOW.plus(INTERVAL).minusSeconds(1)).fetch(Optional.of(end));
            assertThat(early.observations()).isEmpty();
            assertThat(test.server().asked()).hasSize(first);

            SourceBatch again = of(test, 3, NOW.plus(INTERVAL)).fetch(Optional.of(end));
            assertThat(again.observations())
                    .hasSize(3)
                    .allSatisfy(seen -> assertThat(seen.at()).isEqualTo(NOW.plus(INTERVAL)));
        }
    }

    @Test
    void afterAPauseOfWeeksNoListIsLeftOut() {
        try (TestClient test = new TestClient(asked -> Answer.ok("[]"))) {
            String end = end(of(test, 3, NOW), Optional.empty());
            int before = test.server().asked().size();

            end(of(test, 3, NOW.plus(Duration.ofDays(20))), Optional.of(end));

            List<String> dates = test.server().asked().stream()
                    .skip(before)
                    .map(asked -> asked.parameter("date"))
                    .toList();
            assertThat(dates).hasSize(21).startsWith("2026-08-21").endsWith("2026-09-10");
        }
    }

    @Test
    void aRoundThatSticksIsGivenUpSoThatOtherListsAreSeen() {
        try (TestClient test = new TestClient(provider())) {
            String middle = of(test, 3, NOW).fetch(Optional.empty()).cursor();

            SourceBatch later = of(test, 3, NOW.plus(INTERVAL)).fetch(Optional.of(middle));

            assertThat(later.papers()).extracting(Paper::id).contains(new PaperId("2608.00000"));
        }
    }

    @Test
    void aDateMonthsAfterTheIdIsNotBelieved() {
        String item = "{\"paper\":{\"id\":\"%s\",\"title\":\"T\",\"publishedAt\":\"%s\"}}";
        List<String> items = new ArrayList<>();
        items.add(item.formatted("2604.00001", "2026-08-18T00:00:00.000Z"));
        items.add(item.formatted("2607.00002", "2026-08-18T00:00:00.000Z"));
        items.add(item.formatted("2608.00003", "2026-07-31T00:00:00.000Z"));
        items.add(item.formatted("2608.00004", "yesterday"));
        items.add(item.formatted("hep-th/9901001", "2026-08-18T00:00:00.000Z"));
        try (TestClient test = new TestClient(asked -> Answer.ok(items.toString()))) {
            assertThat(of(test, 1, NOW).fetch(Optional.empty()).papers())
                    .extracting(paper -> paper.published().isPresent())
                    .containsExactly(false, true, true, false, true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-27,13",
        "2024-10-15,19",
        "2025-03-04,13",
        "2025-06-03,29",
        "2025-10-15,26",
        "2026-01-30,27",
        "2026-04-03,23",
        "2026-08-14,23",
        "2026-08-20,15",
        "2026-08-21,17"
    })
    void theRecordedListsAreReadWhole(LocalDate day, int papers) {
        Answer recorded = RecordedAnswers.recorded("huggingface/daily_papers/" + day + ".json");
        try (TestClient test = new TestClient(asked -> recorded)) {
            SourceBatch batch = of(test, 1, Instant.parse(day + "T23:00:00Z")).fetch(Optional.empty());

            assertThat(batch.papers()).hasSize(papers).allSatisfy(paper -> {
                assertThat(paper.title()).doesNotContain("\n");
                assertThat(paper.authors()).isNotEmpty();
                assertThat(paper.abstractText()).isNotEmpty();
            });
            assertThat(batch.observations()).hasSize(papers).allSatisfy(seen -> {
                assertThat(seen.upvotes()).isPresent();
                assertThat(seen.comments()).isPresent();
                assertThat(seen.listedOn()).contains(day);
            });
            assertThat(batch.toString()).doesNotContain("cdn-avatars", "/avatars/");
        }
    }

    private static String end(PaperSource source, Optional<String> cursor) {
        SourceBatch batch = source.fetch(cursor);
        return batch.more() ? end(source, Optional.of(batch.cursor())) : batch.cursor();
    }
}
