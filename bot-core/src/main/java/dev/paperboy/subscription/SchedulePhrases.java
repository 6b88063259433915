package dev.paperboy.subscription;

import dev.paperboy.command.Weekdays;
import dev.paperboy.index.Clause;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a schedule in plain words. */
final class SchedulePhrases {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final QueryParser parser;

    SchedulePhrases(QueryParser parser) {
        this.parser = parser;
    }

    /** The whole schedule and its next post, or that it rests. */
    String whole(Subscription schedule, Instant now) {
        return settings(schedule) + " "
                + (schedule.active() ? next(schedule, now) : "It is paused: nothing is posted.");
    }

    private String settings(Subscription schedule) {
        Timetable timetable = schedule.timetable();
        return "Every %s at %s (%s): %s%s.%s"
                .formatted(
                        days(timetable.days()),
                        timetable.time(),
                        timetable.zone(),
                        schedule.count() == 1 ? "1 trending paper" : schedule.count() + " trending papers",
                        topic(schedule.topic()),
                        manners(schedule.manners()));
    }

    private static String manners(Manners manners) {
        String quiet = manners.quietDay() == Manners.QuietDay.SILENT ? " On days without any I stay silent." : "";
        String settling = manners.settling().isPositive()
                ? " Only papers known for %d hours or more."
                        .formatted(manners.settling().toHours())
                : "";
        return quiet
                + settling
                + switch (manners.catchUp()) {
                    case LATE -> "";
                    case MERGE -> " After a time away, one post makes up for all days missed.";
                    case SKIP -> " What I missed while away is skipped.";
                };
    }

    private static String next(Subscription schedule, Instant now) {
        return "Next post: "
                + schedule.nextDue(now).atZone(schedule.timetable().zone()).format(MOMENT) + ".";
    }

    /** What a topic asks for, such as {@code  about cs.CL without survey}; empty for everything. */
    String topic(Topic topic) {
        PaperQuery query = parser.parse(topic.text());
        if (query.isEmpty()) {
            return "";
        }
        Map<Boolean, List<Clause>> parts =
                parts(query.clause()).stream().collect(Collectors.partitioningBy(Clause.Not.class::isInstance));
        String wanted = parts.getOrDefault(false, List.of()).stream()
                .map(SchedulePhrases::words)
                .collect(Collectors.joining(" "));
        String unwanted = parts.getOrDefault(true, List.of()).stream()
                .map(part -> part instanceof Clause.Not not ? words(not.clause()) : "")
                .collect(Collectors.joining(" or "));
        return (wanted.isEmpty() ? "" : " about " + wanted) + (unwanted.isEmpty() ? "" : " without " + unwanted);
    }

    private static String words(Clause clause) {
        return switch (clause) {
            case Clause.InCategory in -> in.category().code();
            case Clause.AnyOf any ->
                any.clauses().stream().map(SchedulePhrases::words).collect(Collectors.joining(" or "));
            case Clause other -> other.written();
        };
    }

    private static List<Clause> parts(Clause clause) {
        return clause instanceof Clause.AllOf all ? all.clauses() : List.of(clause);
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.equals(Weekdays.DAILY)) {
            return "day";
        }
        if (days.equals(Weekdays.WORKING)) {
            return "weekday";
        }
        List<String> names = days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
