package dev.paperboy.bench;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;

/** How many of the truly nearest a graph finds, asked as {@code HybridSearch} asks. */
final class Recall {

    private static final int WALKED = 200;
    private static final int CANDIDATES = 100;
    private static final int SHOWN = 10;

    private final WholeVectors vectors;
    private final List<float[]> questions;
    private final List<List<Integer>> truth;

    Recall(WholeVectors vectors, List<float[]> questions) {
        this.vectors = vectors;
        this.questions = questions;
        this.truth = questions.stream()
                .map(question -> vectors.nearest(question, CANDIDATES))
                .toList();
    }

    static Table table() {
        return new Table(
                "share of the true nearest",
                "10, graph's order",
                "10, 100 re-scored",
                "100, graph's order",
                "100, 200 re-scored",
                "p50 ms",
                "p99 ms");
    }

    /** @param numbers the number in the measured index of each document of the graph */
    String[] row(String name, IndexSearcher graph, String field, IntUnaryOperator numbers) throws Exception {
        Latencies times = new Latencies();
        double[] found = new double[4];
        for (int i = 0; i < questions.size(); i++) {
            float[] question = questions.get(i);
            List<Integer> walked = times.of(() -> walk(graph, field, question)).stream()
                    .map(numbers::applyAsInt)
                    .toList();
            List<Integer> candidates = first(walked, CANDIDATES);
            found[0] += share(first(walked, SHOWN), i, SHOWN);
            found[1] += share(vectors.nearest(question, candidates.stream(), SHOWN), i, SHOWN);
            found[2] += share(candidates, i, CANDIDATES);
            found[3] += share(vectors.nearest(question, walked.stream(), CANDIDATES), i, CANDIDATES);
        }
        return Stream.of(
                        Stream.of(name),
                        IntStream.range(0, found.length).mapToObj(i -> number("%.3f", found[i] / questions.size())),
                        Stream.of(number("%.2f", times.at(50)), number("%.2f", times.at(99))))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private static List<Integer> walk(IndexSearcher graph, String field, float[] question) throws IOException {
        return Stream.of(graph.search(new KnnFloatVectorQuery(field, question, WALKED), WALKED).scoreDocs)
                .map(one -> one.doc)
                .toList();
    }

    private double share(List<Integer> found, int question, int of) {
        Set<Integer> nearest = new HashSet<>(first(truth.get(question), of));
        return found.stream().filter(nearest::contains).count() / (double) of;
    }

    private static List<Integer> first(List<Integer> documents, int limit) {
        return documents.subList(0, Math.min(limit, documents.size()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ENGLISH, format, value);
    }
}
