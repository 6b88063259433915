package dev.paperboy.library.file;

import java.util.List;

/**
 * What was found in a file that somebody handed in.
 *
 * @param all each paper that it names, in its order
 * @param unreadable what could not be read, each by what is known of it: a key, or the number of a line
 */
public record References(List<Reference> all, List<String> unreadable) {

    /** The most papers of one file; of a longer one a few more than these are read, to tell that it is longer. */
    public static final int MOST = 10_000;

    public References {
        all = List.copyOf(all);
        unreadable = List.copyOf(unreadable);
    }
}
