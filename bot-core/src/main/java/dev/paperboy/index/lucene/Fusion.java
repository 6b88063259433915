package dev.paperboy.index.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Mixes what words and what meaning say about candidates into one score from 0 to 2, by arithmetic alone; a paper whose
 * title was asked for gains 2 more.
 *
 * <p>Words count as a share of the best of all, so from 0 to 1; meaning 1 for the nearest of all, falling to 0 within
 * {@code 1 / }{@value #STEEPNESS} of cosine. Neither depends on how many papers there are. A paper without a vector is
 * judged by its words twice. At last those in front are pulled a part of the way towards the papers nearest to them: what
 * is alike answers alike.
 */
final class Fusion {

    private static final float STEEPNESS = 7;

    /** How much of the words' share goes to the words that the best answers share. */
    private static final double FEEDBACK = 0.3;

    /** The question moves this far towards the mean of the first answers. */
    private static final int LEADERS = 2;

    private static final float PULL_OF_LEADERS = 0.3f;

    private static final int FRONT = 50;
    private static final int NEIGHBOURS = 3;
    private static final double PULL_OF_NEIGHBOURS = 0.35;
    /** Cosines below are no likeness: with this model unrelated papers have about .5. */
    private static final float UNRELATED = 0.5f;

    private static final float LEAST_WEIGHT = 1e-3f;

    /** As much as all the rest. */
    private static final double ITS_TITLE = 2;

    private final List<float[]> vectors;
    private final float[] question;
    private final double[] words;
    private final Set<Integer> askedFor = new HashSet<>();
    private double[] feedback;
    private double[] meaning;

    /**
     * A candidate's score and its parts; the parts add up to the score.
     *
     * @param candidate its place in the lists that were handed in
     * @param words by the words of the question
     * @param feedback by the words that the best answers share
     * @param meaning by nearness to the question
     * @param company by the papers most like it
     * @param title by being called what was asked for
     */
    record Fused(int candidate, double words, double feedback, double meaning, double company, double title) {

        double score() {
            return words + feedback + meaning + company + title;
        }

        /** Whether anything of its own speaks for it: being among the nearest does not, where none is near. */
        boolean answers() {
            return words > 0 || meaning > 0;
        }
    }

    /**
     * @param words how well each candidate answers by its words, from 0
     * @param vectors of length 1, empty where there is none
     * @param question of length 1
     */
    Fusion(double[] words, List<float[]> vectors, float[] question) {
        this.vectors = vectors;
        this.question = question;
        this.words = shares(words);
        this.feedback = this.words;
        this.meaning = meaning(question);
    }

    /** Says that the question is this candidate's title, word for word: then it comes before all others. */
    void isAskedFor(int candidate) {
        askedFor.add(candidate);
    }

    /** The best candidates so far, best first. */
    int[] best(int limit) {
        return IntStream.range(0, words.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -own(i)))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Lets the best answers so far say more of what is looked for: by meaning, and by words. */
    void reconsider(double[] scoresByTheirWords) {
        float[] towardsThem = moved(best(LEADERS));
        feedback = shares(scoresByTheirWords);
        meaning = meaning(towardsThem);
    }

    /** All candidates, best first. */
    List<Fused> ranked() {
        int[] order = best(words.length);
        int[] front = Arrays.copyOf(order, Math.min(FRONT, order.length));
        List<Fused> ranked = new ArrayList<>();
        for (int i : front) {
            ranked.add(part(i, 1 - PULL_OF_NEIGHBOURS, PULL_OF_NEIGHBOURS * company(i, front)));
        }
        ranked.sort(Comparator.comparingDouble(Fused::score).reversed());
        int[] rest = Arrays.copyOfRange(order, front.length, order.length);
        double shrunk = rest.length == 0 || own(rest[0]) <= 0
                ? 1
                : Math.min(1, ranked.getLast().score() / own(rest[0]));
        Arrays.stream(rest).forEach(i -> ranked.add(part(i, shrunk, 0)));
        return ranked;
    }

    /** A candidate's score so far. */
    double own(int i) {
        return (1 - FEEDBACK) * words[i] + FEEDBACK * feedback[i] + meaning[i];
    }

    private Fused part(int i, double weight, double company) {
        return new Fused(
                i,
                weight * (1 - FEEDBACK) * words[i],
                weight * FEEDBACK * feedback[i],
                weight * meaning[i],
                company,
                askedFor.contains(i) ? ITS_TITLE : 0);
    }

    /** The mean score of those in front that are nearest to a candidate; its own if there are none. */
    private double company(int candidate, int[] front) {
        float[] vector = vectors.get(candidate);
        if (vector.length == 0) {
            return own(candidate);
        }
        List<Neighbour> nearest = Arrays.stream(front)
                .filter(other -> other != candidate && vectors.get(other).length > 0)
                .mapToObj(other -> new Neighbour(other, VectorUtil.dotProduct(vector, vectors.get(other))))
                .sorted(Comparator.comparingDouble(Neighbour::cosine).reversed())
                .limit(NEIGHBOURS)
                .toList();
        double weights = nearest.stream().mapToDouble(Neighbour::weight).sum();
        return nearest.isEmpty()
                ? own(candidate)
                : nearest.stream()
                                .mapToDouble(each -> each.weight() * own(each.candidate()))
                                .sum()
                        / weights;
    }

    /** A candidate beside another. */
    private record Neighbour(int candidate, float cosine) {

        double weight() {
            return Math.max(cosine - UNRELATED, LEAST_WEIGHT);
        }
    }

    private float[] moved(int[] leaders) {
        float[] moved = question.clone();
        for (int leader : leaders) {
            float[] vector = vectors.get(leader);
            for (int i = 0; i < vector.length; i++) {
                moved[i] += PULL_OF_LEADERS / leaders.length * vector[i];
            }
        }
        return VectorUtil.l2normalize(moved);
    }

    private double[] meaning(float[] asked) {
        double[] cosines = vectors.stream()
                .mapToDouble(vector -> vector.length == 0 ? Double.NaN : VectorUtil.dotProduct(asked, vector))
                .toArray();
        double best = Arrays.stream(cosines)
                .filter(cosine -> !Double.isNaN(cosine))
                .max()
                .orElse(0);
        return IntStream.range(0, cosines.length)
                .mapToDouble(i ->
                        Double.isNaN(cosines[i]) ? words[i] : Math.max(0, 1 - STEEPNESS * (best - cosines[i])))
                .toArray();
    }

    /** Each score as a share of the best, so from 0 to 1; 0 if none is above 0. */
    static double[] shares(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best <= 0
                ? new double[scores.length]
                : Arrays.stream(scores).map(score -> score / best).toArray();
    }
}
