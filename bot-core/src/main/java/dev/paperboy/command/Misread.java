package dev.paperboy.command;

import java.util.List;

/**
 * A line that is no request: what is wrong, what to write, and what may have been meant.
 *
 * @param why a sentence for the person who wrote it
 * @param hint what to write instead
 * @param meant requests that may have been meant, the likeliest first; possibly none
 */
public record Misread(String why, String hint, List<Request> meant) {

    public Misread {
        meant = List.copyOf(meant);
    }
}
