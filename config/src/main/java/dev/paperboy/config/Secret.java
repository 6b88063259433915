package dev.paperboy.config;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A token or password: it never shows itself in a log or an error.
 *
 * @param value what it is, printable ASCII without blanks
 */
public record Secret(String value) {

    public Secret {
        if (!value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("holds a blank or a character that no token has");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Secret of(String written) {
        return new Secret(written.strip());
    }

    @Override
    public String toString() {
        return "***";
    }
}
