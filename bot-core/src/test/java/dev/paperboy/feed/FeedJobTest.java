package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.FakeTime;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedJobTest {

    private static final Instant NOW = Instant.parse("2026-08-21T09:00:00Z");

    private final FakeTime time = new FakeTime();
    private final Observations observations = new InMemoryObservations();
    private final Cursors cursors = new InMemoryCursors();
    private final PaperIndex index = mock(PaperIndex.class);
    private final List<Paper> indexed = new ArrayList<>();
    private final Counting source = new Counting();

    /** Five batches of one paper each; the cursor is the number of the next one. */
    private static final class Counting implements PaperSource {
        private int failing = -1;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public SourceBatch fetch(Optional<String> cursor) {
            int number = cursor.map(Integer::valueOf).orElse(0);
            if (number == failing) {
                throw SourceException.unavailable("gone for lunch");
            }
            PaperId id = new PaperId("2608.0000" + number);
            Paper paper = Paper.of(id, "Title " + number).withPopularity(new Popularity(number, 0, 0));
            return new SourceBatch(
                    List.of(paper),
                    List.of(ObservationsContract.upvotes(id, NOW, number)),
                    String.valueOf(number + 1),
                    number < 4);
        }
    }

    @BeforeEach
    void indexAll() {
        when(index.add(any())).thenAnswer(call -> {
            Collection<Paper> papers = call.getArgument(0);
            indexed.addAll(papers);
            return new Added(papers.size(), 0);
        });
    }

    private FeedReport run(int batches) {
        return new FeedJob(source, index, observations, cursors, new FeedBudget(batches, Duration.ofMinutes(1)), time)
                .run();
    }

    private List<String> indexedIds() {
        return indexed.stream().map(paper -> paper.id().value()).toList();
    }

    @Test
    void allThatIsThereIsTaken() {
        FeedReport report = run(100);

        assertThat(report).isEqualTo(new FeedReport("counting", 5, new Added(5, 0), 5, true, Optional.empty()));
        assertThat(indexedIds()).hasSize(5).doesNotHaveDuplicates();
        assertThat(cursors.of("counting")).contains("5");
        assertThat(observations.seenBetween(NOW, NOW)).hasSize(5);
    }

    @Test
    void whatTheBudgetLeavesOverTheNextRunTakes() {
        assertThat(run(2).complete()).isFalse();
        assertThat(cursors.of("counting")).contains("2");
        assertThat(run(100).batches()).isEqualTo(3);

        assertThat(indexedIds()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void noBatchIsBegunAfterItsTime() {
        doAnswer(call -> {
                    time.pass(Duration.ofSeconds(40));
                    return new Added(1, 0);
                })
                .when(index)
                .add(any());

        assertThat(run(100).batches()).isEqualTo(2);
    }

    @Test
    void troubleIsReportedAndTheNextRunGoesOn() {
        source.failing = 3;
        FeedReport report = run(100);

        assertThat(report.batches()).isEqualTo(3);
        assertThat(report.complete()).isFalse();
        assertThat(report.trouble())
                .get()
                .extracting(SourceException::kind)
                .isEqualTo(SourceException.Kind.UNAVAILABLE);
        assertThat(cursors.of("counting")).contains("3");

        source.failing = -1;
        assertThat(run(100).trouble()).isEmpty();
        assertThat(indexedIds()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void theCursorStaysIfTheIndexFails() {
        doThrow(new PaperIndexException(PaperIndexException.Kind.UNAVAILABLE, "the disk is full"))
                .when(index)
                .add(any());

        assertThatThrownBy(() -> run(100)).isInstanceOf(PaperIndexException.class);
        assertThat(cursors.of("counting")).isEmpty();
    }

    @Test
    void aKillBeforeTheCursorMovesRepeatsThatBatchAndLosesNothing() {
        AtomicInteger saves = new AtomicInteger();
        Cursors dying = new Cursors() {
            @Override
            public Optional<String> of(String name) {
                return cursors.of(name);
            }

            @Override
            public void save(String name, String cursor) {
                if (saves.incrementAndGet() == 3) {
                    throw new IllegalStateException("killed");
                }
                cursors.save(name, cursor);
            }
        };
        FeedJob killed = new FeedJob(source, index, observations, dying, FeedBudget.DEFAULT, time);
        assertThatThrownBy(killed::run).hasMessage("killed");

        FeedReport report = run(100);

        assertThat(indexedIds())
                .containsExactly("2608.00000", "2608.00001", "2608.00002", "2608.00002", "2608.00003", "2608.00004");
        assertThat(report.observations()).isEqualTo(2);
        assertThat(observations.seenBetween(NOW, NOW).values())
                .hasSize(5)
                .allSatisfy(seen -> assertThat(seen).hasSize(1));
    }

    @Test
    void countsComeFromAllThatWasObserved() {
        PaperId first = new PaperId("2608.00000");
        observations.record(List.of(new Observation(
                first,
                NOW.minusSeconds(3_600),
                "page_daily",
                Optional.empty(),
                OptionalInt.of(9),
                OptionalInt.empty(),
                OptionalInt.of(70))));

        run(1);

        assertThat(indexed.getFirst().popularity()).isEqualTo(new Popularity(0, 0, 70));
    }

    @Test
    void countsOfAPaperThatDoesNotComeAlongAreBroughtToTheIndexToo() {
        PaperSource countsOnly = mock(PaperSource.class);
        PaperId paper = new PaperId("2608.00001");
        when(countsOnly.name()).thenReturn("counts");
        when(countsOnly.fetch(any()))
                .thenReturn(
                        new SourceBatch(List.of(), List.of(ObservationsContract.upvotes(paper, NOW, 12)), "1", false));

        new FeedJob(countsOnly, index, observations, cursors, FeedBudget.DEFAULT, time).run();

        verify(index).updatePopularity(Map.of(paper, new Popularity(12, 0, 0)));
    }
}
