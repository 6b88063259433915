package dev.paperboy.library.file;

import dev.paperboy.library.ReadingState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reading states as files carry them: {@code not-interested}. */
final class Words {

    private Words() {}

    static String of(ReadingState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ReadingState> state(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(ReadingState.values())
                .filter(state -> of(state).equals(wanted))
                .findFirst();
    }
}
