package dev.paperboy.index.lucene;

import dev.paperboy.index.Hit;
import dev.paperboy.index.Recommendation;
import dev.paperboy.index.Taste;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/**
 * Papers that suit a taste. What holds the words that the liked papers make much of, or is near to one of them in
 * meaning, is a candidate. It gains up to {@value #WORDS} by those words, and up to 1 by its mean nearness to the {@value
 * #COMPANY} liked papers nearest to it: so somebody with several interests gets papers of each, and none from between
 * them. It loses by being like papers that were turned away.
 */
final class Recommender {

    private static final double WORDS = 1.5;
    private static final int COMPANY = 3;

    /** Meaning counts 1 for the nearest of all, falling to 0 within a fifth of cosine. */
    private static final double STEEPNESS = 5;

    /** What nearness to a paper that was turned away costs, by cosine; with this model unrelated papers have about .5. */
    private static final double AVERSION = 2;

    private static final double UNRELATED = 0.5;

    /** A paper farther than this from every liked one is recommended to nobody. */
    private static final double RELATED = 0.6;

    private static final double AVERSION_BY_WORDS = 0.3;

    private static final int PROFILE = 100;
    private static final int BY_WORDS = 300;
    private static final int NEAREST = 40;

    private static final float[] NO_VECTOR = {};

    private final Reading reading;
    private final IndexSearcher searcher;
    private final Optional<String> field;
    private final List<Known> likes;
    private final List<Known> dislikes;
    private final Query byWords;
    private final Candidates candidates;
    private final List<float[]> vectors;
    /** Whether any liked paper has a vector; the latest may not have one yet. */
    private final boolean byMeaning;

    private final Map<PaperId, LikeThis> telling = new HashMap<>();

    /** A paper that was liked or turned away; its vector is empty where it has none. */
    private static final class Known {
        final Paper paper;
        final float[] vector;

        Known(Paper paper, float[] vector) {
            this.paper = paper;
            this.vector = vector;
        }

        double nearness(float[] other) {
            return vector.length == 0 || other.length == 0 ? UNRELATED : VectorUtil.dotProduct(vector, other);
        }
    }

    /**
     * Finds the candidates.
     *
     * @param field where vectors are, if they are to be looked at
     * @param within what candidates must match
     * @param without papers that are none
     */
    Recommender(Reading reading, Taste taste, Optional<String> field, Query within, Set<PaperId> without)
            throws IOException {
        this.reading = reading;
        this.searcher = reading.searcher();
        this.field = field;
        this.likes = known(taste.likes());
        this.dislikes = known(taste.dislikes());
        this.byMeaning = likes.stream().anyMatch(like -> like.vector.length > 0);
        this.byWords = profile(likes);
        this.candidates = candidates(bounds(taste, within, without));
        this.vectors = field.isEmpty()
                ? IntStream.range(0, candidates.size()).mapToObj(_ -> NO_VECTOR).toList()
                : candidates.vectors(field.get());
    }

    private List<Known> known(List<PaperId> ids) throws IOException {
        Map<PaperId, Known> known = new LinkedHashMap<>();
        for (PaperId id : ids) {
            Optional<Paper> paper = known.size() < Taste.MOST ? reading.find(id) : Optional.empty();
            if (paper.isPresent()) {
                known.put(paper.get().id(), new Known(paper.get(), vector(paper.get())));
            }
        }
        return List.copyOf(known.values());
    }

    private float[] vector(Paper paper) throws IOException {
        return field.isEmpty() ? NO_VECTOR : reading.vectors(paper.id()).getOrDefault(field.get(), NO_VECTOR);
    }

    private Query profile(List<Known> papers) throws IOException {
        return papers.isEmpty()
                ? new MatchNoDocsQuery("there is no paper to resemble")
                : new Feedback(searcher)
                        .of(papers.stream().map(known -> known.paper).toList(), PROFILE);
    }

    private Query bounds(Taste taste, Query within, Set<PaperId> without) {
        List<BytesRef> ids = Stream.of(
                        taste.likes().stream(),
                        taste.dislikes().stream(),
                        without.stream(),
                        Stream.concat(likes.stream(), dislikes.stream()).map(known -> known.paper.id()))
                .flatMap(each -> each)
                .distinct()
                .map(id -> new BytesRef(id.value()))
                .toList();
        return new BooleanQuery.Builder()
                .add(within, Occur.FILTER)
                .add(new TermInSetQuery(Fields.ID, ids), Occur.MUST_NOT)
                .add(new TermInSetQuery(Fields.ALIAS, ids), Occur.MUST_NOT)
                .build();
    }

    private Candidates candidates(Query bounds) throws IOException {
        List<TopDocs> found = new ArrayList<>();
        Query bounded = new BooleanQuery.Builder()
                .add(byWords, Occur.MUST)
                .add(bounds, Occur.FILTER)
                .build();
        found.add(searcher.search(bounded, BY_WORDS));
        for (Known like : likes) {
            if (like.vector.length > 0) {
                Query near = new KnnFloatVectorQuery(field.orElseThrow(), like.vector, NEAREST, bounds);
                found.add(searcher.search(near, NEAREST));
            }
        }
        return new Candidates(searcher, found.toArray(TopDocs[]::new));
    }

    /** The best of them, each with the liked paper that it resembles most. */
    List<Recommendation> best(int limit) throws IOException {
        double[] scores = scores();
        List<Integer> best = IntStream.range(0, scores.length)
                .filter(this::isAlike)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(limit)
                .toList();
        List<Recommendation> recommendations = new ArrayList<>();
        for (int candidate : best) {
            Paper paper = reading.load(candidates.document(candidate));
            Hit hit = new Hit(recommendations.size() + 1, paper, scores[candidate]);
            Known like = mostAlike(paper, vectors.get(candidate));
            recommendations.add(new Recommendation(
                    hit, like.paper, telling(like).explain(hit).shared()));
        }
        return recommendations;
    }

    /** To be the nearest of all is no likeness where none is near. */
    private boolean isAlike(int candidate) {
        float[] vector = vectors.get(candidate);
        return !byMeaning || vector.length == 0 || nearest(likes, vector) >= RELATED;
    }

    private double[] scores() throws IOException {
        double[] words = Fusion.shares(candidates.scores(byWords));
        double[] unwanted = Fusion.shares(candidates.scores(profile(dislikes)));
        double[] meaning = meaning(words);
        return IntStream.range(0, candidates.size())
                .mapToDouble(i -> WORDS * words[i]
                        + meaning[i]
                        - AVERSION_BY_WORDS * unwanted[i]
                        - AVERSION * aversion(vectors.get(i)))
                .toArray();
    }

    /** From 0 to 1; of a paper without a vector, what its words say. */
    private double[] meaning(double[] words) {
        if (!byMeaning) {
            return words;
        }
        double[] nearness = vectors.stream().mapToDouble(this::company).toArray();
        double best = IntStream.range(0, nearness.length)
                .filter(i -> vectors.get(i).length > 0)
                .mapToDouble(i -> nearness[i])
                .max()
                .orElse(0);
        return IntStream.range(0, nearness.length)
                .mapToDouble(i ->
                        vectors.get(i).length == 0 ? words[i] : Math.max(0, 1 - STEEPNESS * (best - nearness[i])))
                .toArray();
    }

    private double company(float[] vector) {
        return likes.stream()
                .mapToDouble(like -> -like.nearness(vector))
                .sorted()
                .limit(COMPANY)
                .map(negated -> -negated)
                .average()
                .orElse(UNRELATED);
    }

    private double aversion(float[] vector) {
        return Math.max(0, nearest(dislikes, vector) - UNRELATED);
    }

    private static double nearest(List<Known> papers, float[] vector) {
        return papers.stream()
                .mapToDouble(paper -> paper.nearness(vector))
                .max()
                .orElse(UNRELATED);
    }

    /** The liked paper that another resembles most: by meaning if that is known, else by telling words. */
    private Known mostAlike(Paper paper, float[] vector) throws IOException {
        boolean comparable = byMeaning && vector.length > 0;
        Known most = likes.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (Known like : likes) {
            double alike = comparable ? like.nearness(vector) : telling(like).resemblance(paper);
            if (alike > highest) {
                highest = alike;
                most = like;
            }
        }
        return most;
    }

    private LikeThis telling(Known like) throws IOException {
        LikeThis known = telling.get(like.paper.id());
        if (known == null) {
            known = new LikeThis(like.paper, searcher);
            telling.put(like.paper.id(), known);
        }
        return known;
    }
}
