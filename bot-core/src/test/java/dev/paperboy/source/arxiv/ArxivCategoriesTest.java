package dev.paperboy.source.arxiv;

import static dev.paperboy.source.PaperSourceContract.escaped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Category;
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
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArxivCategoriesTest implements PaperSourceContract {

    private static final List<Category> CATEGORIES = List.of(new Category("cs.LG"), new Category("hep-th"));

    @Override
    public PaperSource source(SourceClient client, URI base) {
        return new ArxivCategories(new ArxivApi(client, base), CATEGORIES, 2, Period.ofDays(5), CLOCK);
    }

    @Override
    public List<PaperId> published() {
        return IntStream.range(0, 5).mapToObj(i -> new PaperId("2608.0000" + i)).toList();
    }

    /** Five papers of the last days, and one that is too old to be looked for. */
    @Override
    public Function<Asked, Answer> provider() {
        return serving(entries());
    }

    /** Newest first. */
    private static List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String title = i == 0 ? escaped(HOSTILE) : "Title " + i;
            String submitted = "2026-08-" + (20 - i / 2) + "T1" + (5 - i) + ":00:00Z";
            entries.add(entry("2608.0000" + i + "v1", title, submitted));
        }
        entries.add(entry("2608.00009v1", "Old", "2026-08-12T10:00:00Z"));
        return entries;
    }

    private static Function<Asked, Answer> serving(List<String> all) {
        return asked -> {
            assertThat(asked.parameter("search_query")).isEqualTo("cat:cs.LG OR cat:hep-th");
            assertThat(asked.parameter("sortBy")).isEqualTo("submittedDate");
            assertThat(asked.parameter("sortOrder")).isEqualTo("descending");
            int start = Integer.parseInt(asked.parameter("start"));
            int size = Integer.parseInt(asked.parameter("max_results"));
            return Answer.ok(
                    feed(all.size(), all.stream().skip(start).limit(size).collect(Collectors.joining())));
        };
    }

    @Override
    public Function<Asked, Answer> bareProvider() {
        String entry = "<entry><title>T</title><id>http://arxiv.org/abs/hep-th/9901001v3</id></entry>"
                + "<entry><id>http://arxiv.org/abs/2608.00001v1</id></entry><entry/>";
        return asked -> Answer.ok(feed(3, asked.parameter("start").equals("0") ? entry : ""));
    }

    @Override
    public Answer errorWithOk() {
        return Answer.ok(feed(
                1,
                "<entry><title>Error</title><id>https://arxiv.org/api/errors#start_must_be_an_integer</id>"
                        + "<summary>start must be\nan integer</summary></entry>"));
    }

    @Override
    public Map<String, Answer> unacceptable() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        String feed = feed(1, entry("2608.00001v1", "T", "2026-08-20T10:00:00Z"));
        answers.put("another root", Answer.ok("<rss/>"));
        answers.put("no namespace", Answer.ok("<feed/>"));
        answers.put("no total", Answer.ok(feed.replaceAll("<o:totalResults>.*</o:totalResults>", "")));
        answers.put("a total that is no number", Answer.ok(feed.replace(">1</o:", ">many</o:")));
        answers.put("a DTD with an entity", Answer.ok("<!DOCTYPE x [<!ENTITY e 'boo'>]>" + feed));
        answers.put("a DTD from a file", Answer.ok("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + feed));
        answers.put("an unknown entity", Answer.ok(feed.replace("abs/", "abs/&boo;")));
        return answers;
    }

    private static String feed(int total, String entries) {
        return "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:a='http://arxiv.org/schemas/atom'"
                + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>" + total + "</o:totalResults>"
                + entries + "</feed>";
    }

    private static String entry(String id, String title, String published) {
        return "<entry><link href='https://arxiv.org/abs/" + id + "' rel='alternate'/><id>http://arxiv.org/abs/" + id
                + "</id><title>" + title + "</title><published>" + published + "</published><category term='cs.LG'/>"
                + "<author><name>Ada Lovelace</name></author></entry>";
    }

    @Test
    void aNewVersionIsDeliveredAgainAndWhatIsNewBetweenOldOnesToo() {
        try (TestClient test = new TestClient(provider())) {
            PaperSource source = source(test.client(), test.server().uri("/q"));
            String cursor = end(source, Optional.empty());
            List<String> later = entries();
            later.set(1, later.get(1).replace("v1", "v2"));
            later.add(3, entry("2608.00007v1", "Held for two days", "2026-08-19T12:30:00Z"));
            test.server().become(serving(later));

            SourceBatch first = source.fetch(Optional.of(cursor));
            SourceBatch second = source.fetch(Optional.of(first.cursor()));

            assertThat(first.papers()).extracting(paper -> paper.id().value()).containsExactly("2608.00001");
            assertThat(second.papers()).extracting(paper -> paper.id().value()).containsExactly("2608.00007");
        }
    }

    @Test
    void aPageThatShouldNotBeEmptyIsTriedAgain() {
        try (TestClient test = new TestClient(provider())) {
            PaperSource source = source(test.client(), test.server().uri("/q"));
            test.server().first(Answer.ok(feed(0, "")), Answer.ok(feed(6, "")));

            assertThat(source.fetch(Optional.empty()).papers()).hasSize(2);
            assertThat(test.server().asked()).hasSize(3);
        }
    }

    @Test
    void theRecordedPagesAreRead() {
        Answer first = RecordedAnswers.recorded("arxiv-api/q_testing_s0_m10.xml");
        Answer second = RecordedAnswers.recorded("arxiv-api/q_testing_s10_m10.xml");
        try (TestClient test = new TestClient(asked -> asked.parameter("start").equals("0") ? first : second)) {
            PaperSource source = new ArxivCategories(
                    new ArxivApi(test.client(), test.server().uri("/q")), CATEGORIES, 10, Period.ofDays(20_000), CLOCK);

            SourceBatch one = source.fetch(Optional.empty());
            SourceBatch two = source.fetch(Optional.of(one.cursor()));

            assertThat(one.papers()).hasSize(10);
            assertThat(two.papers()).hasSize(10).doesNotContainAnyElementsOf(one.papers());
            assertThat(two.more()).isTrue();
        }
    }

    private static String end(PaperSource source, Optional<String> cursor) {
        SourceBatch batch = source.fetch(cursor);
        return batch.more() ? end(source, Optional.of(batch.cursor())) : batch.cursor();
    }
}
