package dev.paperboy.library;

import java.util.Locale;

/** How far somebody is with a paper on their list. */
public enum ReadingState {
    /** What every paper is at first. */
    TO_READ,
    READING,
    READ,
    /** Never to be shown to them unasked again. */
    NOT_INTERESTED;

    /** For people, in the middle of a sentence. */
    public String said() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
