package dev.paperboy.paper;

/**
 * A person who wrote a paper.
 *
 * @param name the full name as the source writes it, in one line, never blank
 */
public record Author(String name) {

    public Author {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an author has a name");
        }
    }
}
