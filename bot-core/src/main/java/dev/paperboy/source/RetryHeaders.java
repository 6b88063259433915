package dev.paperboy.source;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a server wants to be left alone, as its headers say: {@code Retry-After} in seconds or as a date, or the
 * draft {@code RateLimit: "api";r=0;t=123} that Hugging Face sends.
 */
final class RetryHeaders {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern RESET = Pattern.compile(";\\s*t\\s*=\\s*(\\d{1,9})");
    private static final Pattern REMAINING = Pattern.compile(";\\s*r\\s*=\\s*0*(\\d{1,9})");

    private RetryHeaders() {}

    /** @param now what a date is counted from, if the server does not tell its own time */
    static Optional<Duration> read(HttpHeaders headers, Instant now) {
        Instant theirNow =
                headers.firstValue("Date").flatMap(RetryHeaders::date).orElse(now);
        return headers.firstValue("Retry-After")
                .flatMap(text -> retryAfter(text.strip(), theirNow))
                .or(() -> headers.allValues("RateLimit").stream()
                        .flatMap(text -> rateLimit(text).stream())
                        .findFirst())
                .map(RetryHeaders::bounded);
    }

    private static Optional<Duration> retryAfter(String text, Instant now) {
        return text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(until -> Duration.between(now, until));
    }

    private static Optional<Duration> rateLimit(String text) {
        Matcher remaining = REMAINING.matcher(text);
        Matcher reset = RESET.matcher(text);
        boolean spent = !remaining.find() || remaining.group(1).equals("0");
        return spent && reset.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(reset.group(1))))
                : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
