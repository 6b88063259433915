package dev.paperboy.index;

import java.util.List;

/**
 * A paper that resembles another.
 *
 * @param hit the paper that resembles, and how much
 * @param shared words that both share and few others use, the most telling first, as the first paper writes them
 */
public record Likeness(Hit hit, List<String> shared) {

    public Likeness {
        shared = List.copyOf(shared);
    }
}
