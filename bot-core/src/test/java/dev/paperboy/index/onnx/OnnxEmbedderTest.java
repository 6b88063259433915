package dev.paperboy.index.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEmbedderTest {

    private OnnxEmbedder embedder;

    @BeforeAll
    void load() {
        embedder = OnnxEmbedder.load();
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void aQuestionIsNearerToItsAnswerThanToAnythingElse() {
        float[] question = embedder.query("how do recommender systems use the order of clicks?");
        float[] answer =
                embedder.passage("Sequential recommendation models what a user does next from past behaviour.");
        float[] other = embedder.passage("The aerodynamics of a wing in a propeller slipstream.");
        assertThat(cosine(question, answer)).isGreaterThan(cosine(question, other) + 0.1);
    }

    @Test
    void aQuestionIsAnnouncedToTheModelAndAPassageIsNot() {
        assertThat(embedder.query("graph")).isNotEqualTo(embedder.passage("graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[CLS] [SEP] [MASK]", "注意力", "🔖", "a\u0000b\u202e", "\ud800", "$\\alpha$"})
    void anyTextHasAVectorOfLengthOne(String text) {
        float[] vector = embedder.passage(text);
        assertThat(vector).hasSize(embedder.dimensions());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
    }

    @Test
    void onlyTheBeginningOfALongTextIsRead() {
        String beginning = "attention ".repeat(400);
        assertThat(embedder.passage(beginning + "wings ".repeat(100_000))).isEqualTo(embedder.passage(beginning));
    }

    @Test
    void theSameTextHasTheSameVectorOnEveryThread() throws Exception {
        float[] alone = embedder.passage("A text that many threads embed at once");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<float[]>> calls = IntStream.range(0, 16)
                    .<Callable<float[]>>mapToObj(i -> () -> embedder.passage("A text that many threads embed at once"))
                    .toList();
            for (Future<float[]> each : threads.invokeAll(calls)) {
                assertThat(each.get()).isEqualTo(alone);
            }
        }
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}
