package dev.paperboy.trending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one line why a paper trends. */
final class Reason {

    private static final Duration FRESH = Duration.ofHours(36);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Reason() {}

    static String of(Sighting seen) {
        List<String> clauses = List.of(count(seen), gain(seen), appeared(seen), stale(seen));
        return clauses.stream().filter(clause -> !clause.isEmpty()).collect(Collectors.joining(" · "));
    }

    static String count(Sighting seen) {
        return seen.starsOnly() ? "★ " + plural(seen.votes(), "star") : "▲ " + plural(seen.votes(), "upvote");
    }

    private static String gain(Sighting seen) {
        return seen.before()
                .map(before -> {
                    int gained = seen.votes() - before.votes();
                    String span = span(Duration.between(before.at(), seen.votesAt()));
                    return gained == 0
                            ? "none new in " + span
                            : String.format(Locale.ENGLISH, "%+,d in %s", gained, span);
                })
                .orElse("");
    }

    private static String span(Duration span) {
        long hours = Math.round(span.toMinutes() / 60.0);
        if (hours < 20) {
            return "the last " + hours + " hours";
        }
        long days = Math.max(1, Math.round(hours / 24.0));
        return days == 1 ? "the last day" : "the last " + days + " days";
    }

    private static String appeared(Sighting seen) {
        LocalDate today = day(seen.at());
        String verb = seen.listedOn().isPresent() ? "listed " : "first seen ";
        long days = Math.max(0, ChronoUnit.DAYS.between(day(seen.appeared()), today));
        return verb
                + switch ((int) Math.min(days, 2)) {
                    case 0 -> "today";
                    case 1 -> "yesterday";
                    default -> days + " days ago";
                };
    }

    private static String stale(Sighting seen) {
        return Duration.between(seen.votesAt(), seen.at()).compareTo(FRESH) > 0
                ? "as of " + day(seen.votesAt()).format(DAY)
                : "";
    }

    static String plural(long count, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
