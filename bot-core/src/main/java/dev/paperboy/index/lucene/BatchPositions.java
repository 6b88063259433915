package dev.paperboy.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Where words stand in a few papers, each word read once to be asked for by many queries: Lucene's own phrases and spans
 * open it anew each time, which takes longer than all the rest of matching.
 */
final class BatchPositions {

    private static final int[] NOWHERE = {};

    private final LeafReader papers;
    private final Vocabulary vocabulary;
    private final Map<Integer, int[][]> positions = new HashMap<>();

    BatchPositions(LeafReader papers, Vocabulary vocabulary) {
        this.papers = papers;
        this.vocabulary = vocabulary;
    }

    /** Whether a paper that holds all words of a phrase holds them side by side. */
    boolean holds(int paper, Need.Phrase phrase) {
        int[] first = positions(phrase.terms().getFirst())[paper];
        for (int start : first) {
            if (follow(paper, phrase, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean follow(int paper, Need.Phrase phrase, int start) {
        for (int i = 1; i < phrase.terms().size(); i++) {
            int[] places = positions(phrase.terms().get(i))[paper];
            if (Arrays.binarySearch(places, start + phrase.offsets().get(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a paper that holds all words of a name holds them close together, in any order. */
    boolean holds(int paper, Need.Near near) {
        return near.terms().stream()
                .flatMapToInt(term -> IntStream.of(positions(term)[paper]))
                .anyMatch(start -> isWithin(paper, near, start));
    }

    private boolean isWithin(int paper, Need.Near near, int start) {
        for (int term : near.terms()) {
            int[] places = positions(term)[paper];
            int found = Arrays.binarySearch(places, start);
            int next = found < 0 ? -found - 1 : found;
            if (next == places.length || places[next] >= start + near.width()) {
                return false;
            }
        }
        return true;
    }

    /** By paper, rising. */
    private int[][] positions(int term) {
        return positions.computeIfAbsent(term, number -> {
            try {
                return read(vocabulary.term(number));
            } catch (IOException e) {
                throw new UncheckedIOException("papers in memory cannot fail to be read", e);
            }
        });
    }

    private int[][] read(Term term) throws IOException {
        int[][] places = new int[papers.maxDoc()][];
        Arrays.fill(places, NOWHERE);
        PostingsEnum entries = papers.postings(term, PostingsEnum.POSITIONS);
        if (entries != null) {
            for (int paper = entries.nextDoc(); paper != DocIdSetIterator.NO_MORE_DOCS; paper = entries.nextDoc()) {
                places[paper] = new int[entries.freq()];
                for (int i = 0; i < places[paper].length; i++) {
                    places[paper][i] = entries.nextPosition();
                }
            }
        }
        return places;
    }
}
