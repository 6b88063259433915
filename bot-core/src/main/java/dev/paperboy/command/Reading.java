package dev.paperboy.command;

import java.util.function.Function;

/** What came of reading one option: its value, or why it was refused and what to write instead. */
public sealed interface Reading<T> {

    /** The value, inside its bounds. */
    record Understood<T>(T value) implements Reading<T> {}

    /**
     * No value.
     *
     * @param why what is wrong, a sentence for the person who wrote it
     * @param hint what to write instead, with an example
     */
    record Refused<T>(String why, String hint) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Understood<>(value);
    }

    static <T> Reading<T> refused(String why, String hint) {
        return new Refused<>(why, hint);
    }

    /** This reading with its value taken further; a refusal stays what it is. */
    default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
        return switch (this) {
            case Understood<T>(T value) -> next.apply(value);
            case Refused<T>(String why, String hint) -> new Refused<>(why, hint);
        };
    }
}
