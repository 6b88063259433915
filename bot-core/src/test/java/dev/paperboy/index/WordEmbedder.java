package dev.paperboy.index;

import java.util.Locale;
import java.util.Map;

/**
 * An embedder whose meaning is words: each has a direction of its own, but for some that mean the same. Honest enough
 * for tests, and quick.
 */
public class WordEmbedder implements Embedder {

    private static final int DIMENSIONS = 256;
    private static final Map<String, String> SYNONYMS = Map.of("automobile", "car", "vehicle", "car");

    @Override
    public String name() {
        return "words";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean reads(String question) {
        return question.chars().anyMatch(letter -> letter < 0x80);
    }

    @Override
    public float[] passage(String text) {
        float[] vector = new float[DIMENSIONS];
        // As with real models, texts that share nothing are not far from each other.
        vector[0] = 3;
        for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+")) {
            String sense = SYNONYMS.getOrDefault(word, word);
            vector[Math.floorMod(sense.hashCode(), DIMENSIONS)] += 1;
        }
        double squares = 0;
        for (float each : vector) {
            squares += each * each;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public float[] query(String text) {
        return passage(text);
    }

    @Override
    public void close() {}
}
