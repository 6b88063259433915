package dev.paperboy.source;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The month that an arXiv id begins with, against which dates of publication are checked. */
public final class IdMonth {

    private static final Pattern MONTH = Pattern.compile("(\\d{2})(\\d{2})\\.\\d{4,5}");

    private IdMonth() {}

    /**
     * Whether a paper can have appeared at an instant. arXiv gives the id on submission, and the paper appears that
     * month or, around its end, the next; a later date is that of something else. Ids without a month allow any.
     */
    public static boolean allows(PaperId id, Instant published) {
        YearMonth month = YearMonth.from(published.atOffset(ZoneOffset.UTC));
        return of(id).map(given -> !month.isAfter(given.plusMonths(1))).orElse(true);
    }

    private static Optional<YearMonth> of(PaperId id) {
        Matcher digits = MONTH.matcher(id.value());
        return digits.matches()
                ? Optional.of(YearMonth.of(2000 + Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))))
                : Optional.empty();
    }
}
