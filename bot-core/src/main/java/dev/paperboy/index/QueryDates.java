package dev.paperboy.index;

import dev.paperboy.index.Clause.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the values of {@code year:}, {@code since:} and {@code until:}. */
final class QueryDates {

    private static final Pattern RANGE = Pattern.compile("(?<from>\\d{4})?(?:\\.{2,3}|-|–|—|…)(?<to>\\d{4})?");
    private static final Pattern BOUND = Pattern.compile("(?<sign>[<>]=?)(?<year>\\d{4})");
    private static final Pattern AGO = Pattern.compile("(?<count>\\d{1,4})(?<unit>[dwmy])");

    private QueryDates() {}

    /** {@code 2024}, {@code 2024..2026}, {@code 2024..}, {@code ..2020}, {@code >=2024}, {@code <2020}. */
    static Optional<Published> years(String value) {
        Matcher range = RANGE.matcher(value);
        Matcher bound = BOUND.matcher(value);
        if (value.matches("\\d{4}")) {
            return between(year(value), year(value));
        }
        if (range.matches() && (range.group("from") != null || range.group("to") != null)) {
            return between(
                    range.group("from") == null ? Published.FIRST_DAY.getYear() : year(range.group("from")),
                    range.group("to") == null ? Published.LAST_DAY.getYear() : year(range.group("to")));
        }
        return bound.matches() ? bounded(bound.group("sign"), year(bound.group("year"))) : Optional.empty();
    }

    /** {@code 7d}, {@code 2w}, {@code 3m}, {@code 1y} before a day, or a day, month or year itself. */
    static Optional<LocalDate> since(String value, LocalDate today) {
        Matcher ago = AGO.matcher(value.toLowerCase(Locale.ROOT));
        if (!ago.matches()) {
            return day(value).map(Published::from);
        }
        int count = Integer.parseInt(ago.group("count"));
        LocalDate day = switch (ago.group("unit")) {
            case "d" -> today.minusDays(count);
            case "w" -> today.minusWeeks(count);
            case "m" -> today.minusMonths(count);
            default -> today.minusYears(count);
        };
        return Optional.of(day.isBefore(Published.FIRST_DAY) ? Published.FIRST_DAY : day);
    }

    /** The last day of a day, month or year. */
    static Optional<LocalDate> until(String value) {
        return day(value).map(Published::to);
    }

    static String written(Published published) {
        boolean wholeYears = published.from().getDayOfYear() == 1
                && published.to().getMonthValue() == 12
                && published.to().getDayOfMonth() == 31;
        boolean openStart = published.from().equals(Published.FIRST_DAY);
        boolean openEnd = published.to().equals(Published.LAST_DAY);
        if (wholeYears) {
            String from = openStart ? "" : year(published.from());
            String to = openEnd ? "" : year(published.to());
            return from.equals(to) && !openStart ? "year:" + from : "year:" + from + ".." + to;
        }
        String since = openStart ? "" : "since:" + published.from();
        String until = openEnd ? "" : "until:" + published.to();
        return openStart || openEnd ? since + until : "(" + since + " " + until + ")";
    }

    /** As a person would say it: {@code 2024–2026}, {@code since 2026-05-13}. */
    static String spoken(Published published) {
        boolean wholeYears = written(published).startsWith("year:");
        String from = wholeYears ? year(published.from()) : published.from().toString();
        String to = wholeYears ? year(published.to()) : published.to().toString();
        boolean openStart = published.from().equals(Published.FIRST_DAY);
        boolean openEnd = published.to().equals(Published.LAST_DAY);
        if (openStart || openEnd) {
            return openStart && openEnd ? "any year" : openEnd ? "since " + from : "until " + to;
        }
        return from.equals(to) ? from : from + "–" + to;
    }

    private static Optional<Published> day(String value) {
        try {
            if (value.matches("\\d{4}")) {
                return years(value);
            }
            if (value.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(value);
                return between(month.atDay(1), month.atEndOfMonth());
            }
            return between(LocalDate.parse(value), LocalDate.parse(value));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Published> bounded(String sign, int year) {
        return switch (sign) {
            case ">" -> between(year + 1, Published.LAST_DAY.getYear());
            case ">=" -> between(year, Published.LAST_DAY.getYear());
            case "<" -> between(Published.FIRST_DAY.getYear(), year - 1);
            default -> between(Published.FIRST_DAY.getYear(), year);
        };
    }

    private static Optional<Published> between(int from, int to) {
        return from < 1 || to < 1 || from > 9999
                ? Optional.empty()
                : between(LocalDate.ofYearDay(from, 1), Year.of(to).atMonth(12).atEndOfMonth());
    }

    private static Optional<Published> between(LocalDate from, LocalDate to) {
        boolean known = !from.isBefore(Published.FIRST_DAY) && !to.isAfter(Published.LAST_DAY);
        return known && !to.isBefore(from) ? Optional.of(new Published(from, to)) : Optional.empty();
    }

    private static int year(String digits) {
        return Integer.parseInt(digits);
    }

    private static String year(LocalDate day) {
        return "%04d".formatted(day.getYear());
    }
}
