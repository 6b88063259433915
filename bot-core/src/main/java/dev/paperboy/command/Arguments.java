package dev.paperboy.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values given to a command's options, each of its option's own type. Immutable. */
public final class Arguments {

    private static final Arguments NONE = new Arguments(Map.of());

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** No option given. */
    public static Arguments none() {
        return NONE;
    }

    /** These arguments and one more, which replaces an earlier value of the same option. */
    public <T> Arguments with(Param<T> param, T value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(param.name(), value);
        return new Arguments(more);
    }

    /** The value of an option, if it was given. */
    @SuppressWarnings("unchecked") // with() lets a value in under its own param only
    public <T> Optional<T> find(Param<T> param) {
        return Optional.ofNullable((T) values.get(param.name()));
    }

    /** The value of a required option. */
    public <T> T get(Param<T> param) {
        return find(param).orElseThrow(() -> new NoSuchElementException("option '" + param.name() + "' was not given"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(values);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
