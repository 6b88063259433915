package dev.paperboy.command;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week as people write them, and back. */
public final class Weekdays {

    /** Every day. */
    public static final Set<DayOfWeek> DAILY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

    /** Monday to Friday. */
    public static final Set<DayOfWeek> WORKING = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private Weekdays() {}

    /** Reads single days, ranges that may run over Sunday, lists by comma, and the words daily, weekdays, weekend. */
    public static Optional<Set<DayOfWeek>> read(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part :
                text.strip().toLowerCase(Locale.ROOT).replace('–', '-').split("\\s*,\\s*")) {
            Optional<Set<DayOfWeek>> some = part(part);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            days.addAll(some.get());
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(days));
    }

    /** Writes days so that {@link #read} gives them back: {@code daily}, {@code mon-fri} or {@code mon,wed}. */
    public static String write(Set<DayOfWeek> days) {
        if (days.equals(DAILY)) {
            return "daily";
        }
        if (days.equals(WORKING)) {
            return "mon-fri";
        }
        return days.stream().sorted().map(Weekdays::brief).collect(Collectors.joining(","));
    }

    private static Optional<Set<DayOfWeek>> part(String part) {
        return switch (part) {
            case "daily", "everyday", "all" -> Optional.of(DAILY);
            case "weekdays", "workdays" -> Optional.of(WORKING);
            case "weekend", "weekends" -> Optional.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            default -> range(part);
        };
    }

    private static Optional<Set<DayOfWeek>> range(String part) {
        String[] ends = part.split("\\s*-\\s*", 2);
        Optional<DayOfWeek> from = day(ends[0]);
        Optional<DayOfWeek> to = day(ends[ends.length - 1]);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        EnumSet<DayOfWeek> days = EnumSet.of(to.get());
        for (DayOfWeek day = from.get(); day != to.get(); day = day.plus(1)) {
            days.add(day);
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (word.length() >= 2 && name.startsWith(word)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String brief(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
