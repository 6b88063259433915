package dev.paperboy.library;

import java.util.Locale;
import java.util.stream.Stream;

/** How far somebody is with a paper on their list. */
public enum ReadingState {
    /** What every paper is at first. */
    TO_READ,
    READING,
    READ,
    /** Never to be shown to them unasked again. */
    NOT_INTERESTED;

    /** Of what was said in two places, what says more: to have read it most, and that nothing was done yet least. */
    ReadingState or(ReadingState other) {
        return Stream.of(READ, READING, NOT_INTERESTED)
                .filter(state -> state == this || state == other)
                .findFirst()
                .orElse(TO_READ);
    }

    /** For people, in the middle of a sentence. */
    public String said() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
