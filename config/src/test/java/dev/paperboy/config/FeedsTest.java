package dev.paperboy.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.feed.Arrivals;
import dev.paperboy.feed.LostPapers;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.paper.PaperId;
import dev.paperboy.schedule.Job;
import dev.paperboy.source.RecordedAnswers;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

    private static final Instant NOW = Instant.parse("2026-08-21T09:00:00Z");
    private static final String ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'"
            + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>1</o:totalResults><entry>"
            + "<id>http://arxiv.org/abs/2608.00001v1</id><published>2026-08-20T10:00:00Z</published>"
            + "<title>From the search API</title></entry></feed>";

    @TempDir
    Path folder;

    private final Teardown teardown = new Teardown();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private RecordedAnswers arxiv;
    private Store store;

    @BeforeEach
    void open() {
        arxiv = teardown.add(new RecordedAnswers(asked -> Answer.ok(ATOM)));
        store = teardown.add(Store.open(folder.resolve("paperboy.db")));
    }

    @AfterEach
    void close() {
        teardown.close();
    }

    private List<Job> jobs(boolean enabled, List<String> sets, List<String> categories) {
        Settings.Sources sources = new Settings.Sources(
                Optional.empty(),
                new Settings.Sources.Arxiv(
                        enabled,
                        sets,
                        categories,
                        Period.ofDays(7),
                        Duration.ofHours(3),
                        arxiv.uri("/oai"),
                        arxiv.uri("/api/query")),
                new Settings.Sources.HuggingFace(false, 1, Duration.ofHours(1), URI.create("http://127.0.0.1:9/")));
        return new Feeds(
                        sources,
                        index,
                        store.observations(),
                        store.cursors(),
                        Arrivals.NOBODY,
                        new LostPapers(store.cursors(), Optional.empty()),
                        InstantSource.fixed(NOW),
                        teardown)
                .jobs();
    }

    @Test
    void setsAreHarvestedAndCategoriesWatched() {
        assertThat(jobs(true, List.of("cs", "math"), List.of("cs.CL", "hep-th")))
                .extracting(Job::name)
                .containsExactly("feed arxiv-oai:cs", "feed arxiv-oai:math", "feed arxiv-api:cs.CL:hep-th");
        assertThat(jobs(true, List.of("cs"), List.of())).hasSize(1);
        assertThat(jobs(false, List.of("cs"), List.of("cs.CL"))).isEmpty();
    }

    @Test
    void categoriesComeFromTheSearchApi() {
        jobs(true, List.of(), List.of("cs.CL")).getFirst().work().accept(NOW);

        assertThat(index.find(new PaperId("2608.00001"))).isPresent();
        assertThat(arxiv.asked()).hasSize(1);
        assertThat(arxiv.asked().getFirst().path()).isEqualTo("/api/query");
        assertThat(arxiv.asked().getFirst().parameter("search_query")).isEqualTo("cat:cs.CL");
    }
}
