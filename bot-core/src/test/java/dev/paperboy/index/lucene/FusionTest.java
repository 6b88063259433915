package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.index.lucene.Fusion.Fused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final float[] NORTH = {0, 1};
    private static final float[] EAST = {1, 0};
    private static final float[] SOUTH = {0, -1};
    private static final float[] NEARLY_NORTH = {0.28f, 0.96f};
    private static final float[] NONE = {};

    private static List<Integer> order(Fusion fusion) {
        return fusion.ranked().stream().map(Fused::candidate).toList();
    }

    @Test
    void wordsAndMeaningCountAlike() {
        assertThat(order(new Fusion(new double[] {8, 4, 0}, List.of(EAST, NORTH, SOUTH), NORTH)))
                .as("half of the words and all of the meaning beat all of the words")
                .containsExactly(1, 0, 2);
        assertThat(order(new Fusion(new double[] {8, 4, 0}, List.of(NORTH, EAST, SOUTH), NORTH)))
                .containsExactly(0, 1, 2);
    }

    @Test
    void withoutVectorsOnlyWordsCount() {
        Fusion fusion = new Fusion(new double[] {1, 3, 2}, List.of(NONE, NONE, NONE), NORTH);

        assertThat(order(fusion)).containsExactly(1, 2, 0);
        assertThat(fusion.ranked().getFirst().score()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aPaperWithoutAVectorKeepsTheRankOfItsWords() {
        assertThat(order(new Fusion(new double[] {10, 9, 8}, List.of(EAST, NONE, SOUTH), NORTH)))
                .first()
                .isEqualTo(1);
    }

    @Test
    void companyLiftsWhatIsLikeTheBest() {
        List<Fused> ranked = new Fusion(new double[] {10, 5, 5}, List.of(NORTH, NEARLY_NORTH, EAST), NORTH).ranked();

        assertThat(ranked.getFirst().candidate()).isZero();
        assertThat(ranked.get(1).candidate()).isEqualTo(1);
        assertThat(ranked.get(1).company()).isGreaterThan(ranked.get(2).company());
    }

    @Test
    void theWordsOfTheBestAnswersFindTheirLikes() {
        Fusion fusion = new Fusion(new double[] {10, 4, 4.1}, List.of(NONE, NONE, NONE), NORTH);
        fusion.reconsider(new double[] {1, 1, 0});

        assertThat(order(fusion)).containsExactly(0, 1, 2);
    }

    @Test
    void partsAddUpAndScoresFallOrderlyHoweverManyThereAre() {
        int many = 120;
        double[] words = IntStream.range(0, many).mapToDouble(i -> many - i).toArray();
        List<float[]> vectors = IntStream.range(0, many)
                .mapToObj(i -> i % 3 == 0 ? NORTH : EAST)
                .toList();
        Fusion fusion = new Fusion(words, vectors, NORTH);
        fusion.reconsider(words);
        List<Fused> ranked = fusion.ranked();

        assertThat(ranked).hasSize(many);
        assertThat(ranked.stream().map(Fused::candidate).distinct()).hasSize(many);
        assertThat(ranked)
                .allSatisfy(each -> assertThat(each.score()).isBetween(0.0, 2.0))
                .isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void nothingIsNoTrouble() {
        assertThat(new Fusion(new double[0], List.of(), NORTH).ranked()).isEmpty();
        assertThat(order(new Fusion(new double[] {0, 0}, List.of(NONE, NONE), NORTH)))
                .hasSize(2);
    }
}
