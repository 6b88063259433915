package dev.paperboy.bench;

import java.util.Random;

/** One wrong stroke inside a word: two letters swapped, or one replaced, left out or put in. */
enum Typo {
    SWAPPED,
    REPLACED,
    LEFT_OUT,
    PUT_IN;

    /** The shortest word that is misspelt. */
    static final int SHORTEST = 5;

    /**
     * The word with one wrong stroke, its first and last letter right; never the word itself.
     *
     * @param word of at least {@value #SHORTEST} letters
     */
    static String in(String word, Random chance) {
        String typed = word;
        while (typed.equalsIgnoreCase(word)) {
            typed = values()[chance.nextInt(values().length)].at(1 + chance.nextInt(word.length() - 3), word, chance);
        }
        return typed;
    }

    /** @param at from the second character to the last but two */
    private String at(int at, String word, Random chance) {
        String before = word.substring(0, at);
        char other = (char) ('a' + chance.nextInt('z' - 'a' + 1));
        return switch (this) {
            case SWAPPED -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case REPLACED -> before + other + word.substring(at + 1);
            case LEFT_OUT -> before + word.substring(at + 1);
            case PUT_IN -> before + other + word.substring(at);
        };
    }
}
