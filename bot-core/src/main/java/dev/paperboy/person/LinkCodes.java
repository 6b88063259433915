package dev.paperboy.person;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One-time codes as people read them off one screen and type them on another: {@code K7QM-3XPD}. */
final class LinkCodes {

    /** Without what is taken for something else: 0 and O, 1, I and L. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private final RandomGenerator chance;

    /** @param chance nobody must be able to foresee it */
    LinkCodes(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A new code, in the form that {@link #canonical} gives. */
    String next() {
        return chance.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** A code for people. */
    static String said(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** A code as somebody typed it, with or without hyphen and in any case; not necessarily one that was made. */
    static String canonical(String typed) {
        return typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }
}
