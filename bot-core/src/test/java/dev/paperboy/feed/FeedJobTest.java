package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.index.Added;
import dev.paperboy.index.InMemoryPaperIndex;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedJobTest {

    private static final Instant NOW = Instant.parse("2026-08-21T09:00:00Z");

    private final FakeTime time = new FakeTime();
    private final Observations observations = new InMemoryObservations();
    private final Cursors cursors = new InMemoryCursors();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final List<Arrivals.Arrival> arrived = new ArrayList<>();
    private final List<String> handedIn = new ArrayList<>();
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

    /** Delivers one batch, ever the same. */
    private record Once(SourceBatch batch) implements PaperSource {

        static Once of(List<Paper> papers, Observation... seen) {
            return new Once(new SourceBatch(papers, List.of(seen), "1", false));
        }

        @Override
        public String name() {
            return "once";
        }

        @Override
        public SourceBatch fetch(Optional<String> cursor) {
            return batch;
        }
    }

    @BeforeEach
    void noteWhatIsHandedIn() {
        index.beforeAdding(
                papers -> papers.forEach(paper -> handedIn.add(paper.id().value())));
    }

    private FeedReport run(int batches) {
        return run(source, batches);
    }

    private FeedReport run(PaperSource papers, int batches) {
        return new FeedJob(
                        papers,
                        index,
                        observations,
                        cursors,
                        arrived::addAll,
                        new FeedBudget(batches, Duration.ofMinutes(1)),
                        time)
                .run();
    }

    private Popularity countsOf(PaperId paper) {
        return index.find(paper).orElseThrow().popularity();
    }

    @Test
    void allThatIsThereIsTaken() {
        FeedReport report = run(100);

        assertThat(report).isEqualTo(new FeedReport("counting", 5, new Added(5, 0), 5, true, Optional.empty()));
        assertThat(handedIn).hasSize(5).doesNotHaveDuplicates();
        assertThat(cursors.of("counting")).contains("5");
        assertThat(observations.seenBetween(NOW, NOW)).hasSize(5);
    }

    @Test
    void whatTheBudgetLeavesOverTheNextRunTakes() {
        assertThat(run(2).complete()).isFalse();
        assertThat(cursors.of("counting")).contains("2");
        assertThat(run(100).batches()).isEqualTo(3);

        assertThat(handedIn).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void noBatchIsBegunAfterItsTime() {
        index.beforeAdding(_ -> time.pass(Duration.ofSeconds(40)));

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
        assertThat(handedIn).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void theCursorStaysIfTheIndexFails() {
        index.beforeAdding(_ -> {
            throw new PaperIndexException(PaperIndexException.Kind.UNAVAILABLE, "the disk is full");
        });

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
        FeedJob killed = new FeedJob(source, index, observations, dying, arrived::addAll, FeedBudget.DEFAULT, time);
        assertThatThrownBy(killed::run).hasMessage("killed");

        FeedReport report = run(100);

        assertThat(handedIn)
                .containsExactly("2608.00000", "2608.00001", "2608.00002", "2608.00002", "2608.00003", "2608.00004");
        assertThat(report.observations()).isEqualTo(2);
        assertThat(observations.seenBetween(NOW, NOW).values())
                .hasSize(5)
                .allSatisfy(seen -> assertThat(seen).hasSize(1));
    }

    private void runAfterLoss(String loss) {
        new LostPapers(cursors, Optional.of(loss))
                .runWith(new FeedJob(source, index, observations, cursors, Arrivals.NOBODY, FeedBudget.DEFAULT, time));
    }

    @Test
    void afterALossASourceIsReadToItsEndAndThenOnceMoreFromTheStart() {
        cursors.save("counting", "3");

        runAfterLoss("yesterday");
        assertThat(handedIn)
                .containsExactly(
                        "2608.00003",
                        "2608.00004",
                        "2608.00000",
                        "2608.00001",
                        "2608.00002",
                        "2608.00003",
                        "2608.00004");

        handedIn.clear();
        cursors.save("counting", "4");
        runAfterLoss("yesterday");
        assertThat(handedIn).as("once is enough").containsExactly("2608.00004");

        runAfterLoss("today");
        assertThat(handedIn).as("another loss").contains("2608.00000");
    }

    @Test
    void aSourceThatCannotBeReadAgainKeepsItsCursorAndIsTriedTheNextTime() {
        cursors.save("counting", "4");
        source.failing = 0;
        runAfterLoss("yesterday");
        assertThat(cursors.of("counting")).contains("5");

        source.failing = -1;
        cursors.save("counting", "4");
        runAfterLoss("yesterday");
        assertThat(handedIn).contains("2608.00000");
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

        assertThat(countsOf(first)).isEqualTo(new Popularity(0, 0, 70));
    }

    @Test
    void aCountThatWasNeverObservedStaysInTheIndex() {
        PaperId id = new PaperId("2608.00001");
        Observation sixty = ObservationsContract.upvotes(id, NOW, 60);
        Paper known = Paper.of(id, "Title").withPopularity(new Popularity(50, 2, 900));
        index.add(List.of(known));

        run(Once.of(List.of(known.withPopularity(new Popularity(60, 0, 0))), sixty), 1);
        assertThat(countsOf(id)).isEqualTo(new Popularity(60, 2, 900));

        index.updatePopularity(Map.of(id, known.popularity()));
        run(Once.of(List.of(), sixty), 1);
        assertThat(countsOf(id)).isEqualTo(new Popularity(60, 2, 900));
    }

    @Test
    void onePaperThatTheIndexCannotTakeIsSkippedAndTheFeedGoesOn() {
        List<Paper> papers = IntStream.range(0, 5)
                .mapToObj(number -> Paper.of(new PaperId("2608.0000" + number), "Title " + number))
                .toList();
        index.beforeAdding(batch -> {
            if (batch.contains(papers.get(3))) {
                throw new IllegalArgumentException("immense term");
            }
        });

        FeedReport report = run(Once.of(papers), 1);

        assertThat(report.papers()).isEqualTo(new Added(4, 0));
        assertThat(index.find(papers.get(3).id())).isEmpty();
        assertThat(cursors.of("once")).contains("1");
    }

    @Test
    void countsOfAPaperThatDoesNotComeAlongAreBroughtToTheIndexToo() {
        PaperId paper = new PaperId("2608.00001");
        index.add(List.of(Paper.of(paper, "Title")));

        run(Once.of(List.of(), ObservationsContract.upvotes(paper, NOW, 12)), 1);

        assertThat(countsOf(paper)).isEqualTo(new Popularity(12, 0, 0));
    }

    @Test
    void whatComesInIsAnnouncedBeforeItIsKept() {
        PaperId id = new PaperId("2608.00001");
        Paper known = Paper.of(id, "Known").withAbstract("An abstract.");
        index.add(List.of(known));
        List<Integer> sizes = new ArrayList<>();
        Arrivals looking = batch -> {
            sizes.add(index.size());
            arrived.addAll(batch);
        };
        List<Paper> papers = List.of(Paper.of(id, "Renamed"), Paper.of(new PaperId("2608.00002"), "New"));

        new FeedJob(Once.of(papers), index, observations, cursors, looking, FeedBudget.DEFAULT, time).run();

        assertThat(sizes).containsExactly(1);
        assertThat(arrived)
                .containsExactly(
                        new Arrivals.Arrival(
                                Optional.of(known), Paper.of(id, "Renamed").withAbstract("An abstract.")),
                        new Arrivals.Arrival(Optional.empty(), papers.get(1)));
    }

    @Test
    void whatCouldNotBeAnnouncedIsNotKeptAndComesAgain() {
        Arrivals failing = _ -> {
            throw new IllegalStateException("the store is away");
        };
        assertThatThrownBy(() ->
                        new FeedJob(source, index, observations, cursors, failing, FeedBudget.DEFAULT, time).run())
                .hasMessage("the store is away");
        assertThat(index.size()).isZero();
        assertThat(cursors.of("counting")).isEmpty();
    }
}
