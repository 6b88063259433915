package dev.paperboy.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
public final class Spelling {

    private static final int LONGEST = 32;

    private Spelling() {}

    /** The known word nearest to one that is not known, if it is near enough to be meant. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> distance(wanted, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(wanted, word)));
    }

    /** Levenshtein's distance; both words are short. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
