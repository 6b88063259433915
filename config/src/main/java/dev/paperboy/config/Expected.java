package dev.paperboy.config;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words what a type takes. */
final class Expected {

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot have this value";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or ", "must be ", ""));
        }
        if (type == int.class || type == Integer.class) {
            return "must be a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == Duration.class) {
            return "must be a span such as PT1H or PT30M";
        }
        if (type == Period.class) {
            return "must be a number of days such as P7D";
        }
        if (type == URI.class) {
            return "must be an address";
        }
        if (List.class.isAssignableFrom(type)) {
            return "must be a list such as [one, other]";
        }
        return "must be one plain value";
    }
}
