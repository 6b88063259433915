package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.Hit;
import dev.paperboy.index.Likeness;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.Recommendation;
import dev.paperboy.index.SearchPage;
import dev.paperboy.index.Taste;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridSearchTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final Paper AUTOMOBILE = paper(1, "The automobile of tomorrow", "cs.RO");
    private static final Paper CAR = paper(2, "City car", "cs.CY");
    private static final Paper VEHICLE = paper(3, "Vehicle dynamics", "cs.RO");
    private static final Paper BOAT = paper(4, "Boats and sails", "cs.RO");

    @TempDir
    Path folder;

    private final QueryParser parser = new QueryParser(CLOCK);
    private Embedder embedder = new WordEmbedder();
    private LucenePaperIndex index;

    private static Paper paper(int number, String title, String category) {
        return Paper.of(new PaperId("2605.%05d".formatted(number)), title)
                .withCategories(List.of(new Category(category)));
    }

    @BeforeEach
    void open() {
        index = LucenePaperIndex.open(folder, CLOCK, Optional.of(embedder));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void embed(List<Paper> papers) {
        index.embed(papers.stream()
                .collect(Collectors.toMap(
                        Function.identity(), paper -> embedder.passage(PaperIndex.embeddedText(paper)))));
    }

    private void fill() {
        List<Paper> all = List.of(AUTOMOBILE, CAR, VEHICLE, BOAT);
        index.add(all);
        embed(all);
    }

    private List<Paper> found(String query) {
        return hits(parser.parse(query)).stream().map(Hit::paper).toList();
    }

    private List<Hit> hits(PaperQuery query) {
        return index.search(query).hits();
    }

    @Test
    void whatMeansTheSameIsFound() {
        fill();

        assertThat(found("car").getFirst()).as("by word and meaning").isEqualTo(CAR);
        assertThat(found("car")).contains(AUTOMOBILE, VEHICLE);
        assertThat(hits(parser.parse("car").withMode(PaperQuery.Mode.KEYWORD)))
                .extracting(Hit::paper)
                .containsExactly(CAR);
    }

    @Test
    void filtersAndExclusionsHoldForMeaningToo() {
        fill();

        assertThat(found("car cs.RO")).contains(AUTOMOBILE, VEHICLE).doesNotContain(CAR);
        assertThat(found("car -automobile")).contains(CAR, VEHICLE).doesNotContain(AUTOMOBILE);
        assertThat(found("car title:dynamics")).containsExactly(VEHICLE);
    }

    @Test
    void papersWithoutAVectorAreFoundByTheirWords() {
        index.add(List.of(AUTOMOBILE, CAR, BOAT));
        embed(List.of(BOAT));

        assertThat(found("city car").getFirst()).isEqualTo(CAR);
    }

    @Test
    void anOrderOrFiltersAloneNeedNoMeaning() {
        fill();

        assertThat(found("car sort:new")).containsExactly(CAR);
        assertThat(found("cs.RO")).containsExactlyInAnyOrder(AUTOMOBILE, VEHICLE, BOAT);
    }

    @Test
    void eachScoreIsTheSumOfItsParts() {
        fill();
        index.updatePopularity(Map.of(CAR.id(), new Popularity(100, 0, 0)));

        assertThat(hits(parser.parse("car city"))).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.parts()).extracting(Hit.Part::name).contains("words", "meaning", "upvotes");
            assertThat(hit.parts().stream().mapToDouble(Hit.Part::value).sum()).isCloseTo(hit.score(), within(1e-9));
        });
    }

    @Test
    void soIsEachScoreByWordsAlone() {
        fill();
        index.updatePopularity(Map.of(CAR.id(), new Popularity(100, 0, 0)));

        assertThat(hits(parser.parse("car city").withMode(PaperQuery.Mode.KEYWORD)))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.parts()).extracting(Hit.Part::name).containsExactly("words", "upvotes", "recency");
                    assertThat(hit.parts())
                            .allMatch(part -> part.value() > 0 || part.name().equals("recency"));
                    assertThat(hit.parts().stream().mapToDouble(Hit.Part::value).sum())
                            .isCloseTo(hit.score(), within(1e-6));
                });
    }

    @Test
    void whoeverTypesATitleGetsThatPaperFirst() {
        List<Paper> others = IntStream.range(0, 9)
                .mapToObj(i -> paper(200 + i, "Attention is all you need attention for " + i, "cs.CL"))
                .toList();
        Paper wanted = paper(300, "Attention Is All You Need", "cs.CL");
        index.add(others);
        index.add(List.of(wanted));
        embed(others);

        assertThat(found("attention is all you need").getFirst()).isEqualTo(wanted);
    }

    @Test
    void whoeverNamesTheAuthorFindsThePaper() {
        List<Paper> others = IntStream.range(0, 9)
                .mapToObj(i -> paper(500 + i, "City car dynamics of vehicles " + i, "cs.CL"))
                .toList();
        Paper wanted = paper(600, "Long thoughts on city life with a car and much else beside", "cs.CL")
                .withAuthors(List.of(new Author("Ada Lovelace")));
        index.add(others);
        index.add(List.of(wanted));
        embed(others);
        embed(List.of(wanted));

        assertThat(found("car city lovelace").getFirst()).isEqualTo(wanted);
        assertThat(found("car city dynamics").getFirst()).isNotEqualTo(wanted);
    }

    @Test
    void wordsThatNoPaperHoldsFindTheNearestAndSaySo() {
        List<Paper> many = IntStream.range(0, 30)
                .mapToObj(i -> paper(400 + i, "A car of kind" + i, "cs.RO"))
                .toList();
        index.add(many);
        embed(many);

        for (int asked = 0; asked < 2; asked++) {
            SearchPage page = index.search(parser.parse("automobile"));
            assertThat(page.total()).isEqualTo(10);
            assertThat(page.query().notes())
                    .extracting(QueryNote::kind)
                    .containsExactly(QueryNote.Kind.NEAREST_IN_MEANING);
        }
    }

    @Test
    void whatTheModelCannotReadFindsNothingRatherThanNoise() {
        fill();

        SearchPage page = index.search(parser.parse("автомобиль"));

        assertThat(page.hits()).isEmpty();
        assertThat(page.query().notes()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Paper> many = IntStream.range(0, 90)
                .mapToObj(i -> paper(100 + i, "A car of kind" + i, "cs.RO"))
                .toList();
        index.add(many);
        embed(many.subList(0, 45));

        List<Integer> ranks = new ArrayList<>();
        List<PaperId> ids = new ArrayList<>();
        for (int page = 0; page < 9; page++) {
            hits(parser.parse("car").withOffset(page * 10).withLimit(10)).forEach(hit -> {
                ranks.add(hit.rank());
                ids.add(hit.paper().id());
            });
        }
        assertThat(ranks).isEqualTo(IntStream.rangeClosed(1, 90).boxed().toList());
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void vectorsAreThereAfterReopening() {
        fill();
        index.close();
        open();

        assertThat(index.embedded()).isEqualTo(4);
        assertThat(found("car")).contains(VEHICLE);
    }

    @Test
    void aModelThatFailsLeavesSearchByWords() {
        fill();
        index.close();
        embedder = new WordEmbedder() {
            @Override
            public float[] query(String text) {
                throw new EmbedderException("no memory");
            }
        };
        open();

        assertThat(found("car")).containsExactly(CAR);
    }

    @Test
    void anotherModelNeverMeetsTheVectorsOfTheFirst() {
        fill();
        index.close();
        embedder = new WordEmbedder() {
            @Override
            public String name() {
                return "another";
            }
        };
        open();

        assertThat(index.embedded()).isZero();
        assertThat(index.unembedded(9)).hasSize(4);
        assertThat(found("car")).containsExactly(CAR);
    }

    @Test
    void papersAlikeInMeaningAreSimilarThoughTheyShareNoWord() {
        fill();

        assertThat(index.similar(CAR.id(), 3))
                .extracting(Likeness::hit)
                .extracting(Hit::paper)
                .contains(AUTOMOBILE, VEHICLE)
                .doesNotContain(CAR);
    }

    @Test
    void whatMeansTheSameIsRecommendedThoughItSharesNoWordAndWhatIsUnlikeIsNot() {
        fill();
        float[] farFromAll = new float[embedder.dimensions()];
        farFromAll[embedder.dimensions() - 1] = 1;
        index.embed(Map.of(BOAT, farFromAll));

        assertThat(recommended(CAR, ""))
                .extracting(each -> each.hit().paper())
                .containsExactlyInAnyOrder(AUTOMOBILE, VEHICLE);
        assertThat(recommended(CAR, "title:dynamics"))
                .extracting(each -> each.hit().paper(), Recommendation::because)
                .containsExactly(tuple(VEHICLE, CAR));
    }

    @Test
    void aLikedPaperThatIsNotEmbeddedYetIsComparedByItsWords() {
        Paper bus = paper(5, "City bus", "cs.CY");
        fill();
        index.add(List.of(bus));

        assertThat(recommended(bus, ""))
                .first()
                .extracting(each -> each.hit().paper(), Recommendation::shared)
                .containsExactly(CAR, List.of("City"));
    }

    private List<Recommendation> recommended(Paper liked, String within) {
        return index.recommend(new Taste(List.of(liked.id()), List.of()), parser.parse(within), Set.of(), 9);
    }
}
