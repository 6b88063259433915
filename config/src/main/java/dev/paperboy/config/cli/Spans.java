package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads instants and spans of time as people write them at a shell. */
final class Spans {

    /** Java's durations know no weeks. */
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

    /** What nobody means; beyond it, instants and spans can no longer be reckoned with. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Spans() {}

    /** An instant such as {@code 2026-04-30T09:00:00Z}, or a day, which means its beginning in UTC. */
    static Instant instant(String text) {
        try {
            Instant instant = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw new BadInput("'" + text + "' is too far away; an instant is of the years 1900 to 9999");
            }
            return instant;
        } catch (DateTimeException unreadable) {
            throw new BadInput("'" + text + "' is no instant; write it like 2026-04-30T09:00:00Z", unreadable);
        }
    }

    /** A span longer than zero such as {@code P7D}, {@code P2W} or {@code PT36H}. */
    static Duration window(String text) {
        Duration window = parsed(text);
        if (!window.isPositive()) {
            throw new BadInput("'" + text + "' is no window; it must be longer than zero, like P7D");
        }
        if (window.compareTo(LONGEST) > 0) {
            throw new BadInput("'" + text + "' is no window; it can be a hundred years long at most");
        }
        return window;
    }

    private static Duration parsed(String text) {
        Matcher weeks = WEEKS.matcher(text);
        try {
            return weeks.matches() ? Duration.ofDays(7 * Long.parseLong(weeks.group(1))) : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new BadInput("'" + text + "' is no window; write it like P7D, P2W or PT36H", unreadable);
        }
    }
}
