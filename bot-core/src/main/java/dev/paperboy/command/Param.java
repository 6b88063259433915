package dev.paperboy.command;

import dev.paperboy.paper.PaperId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One option of a command: its name, what it is for, and how its value is read and written. The sealed kinds are the
 * types that Discord offers and Slack's flat text is raised to.
 *
 * @param <T> the type of its value
 */
public sealed interface Param<T> {

    /** The longest text value, in characters. */
    int MAX_TEXT = 4000;

    /** The longest name of a paper, in characters: links carry more than their id, though never that much. */
    int MAX_KEY = 500;

    /** Lower case, 1 to 32 letters; the {@code name} of {@code name:value}. */
    String name();

    /** What it is for, at most 100 characters. */
    String description();

    boolean required();

    /** The same option, which must then be given. */
    Param<T> asRequired();

    /** Reads a value as a person writes it. */
    Reading<T> read(String text);

    /** Writes a value so that {@link #read} gives it back. */
    String write(T value);

    /** Whether a bare word is plainly meant for this option, so that it need not be named. */
    default boolean claims(String word) {
        return read(word) instanceof Reading.Understood;
    }

    /**
     * Whether a bare word looks so much like a value of this option that misreading it deserves an error. A choice's
     * near misses are ordinary words, as {@code weak} is for {@code week}, so it knows none.
     */
    default boolean resembles(String word) {
        return false;
    }

    static FreeText text(String name, String description) {
        return new FreeText(name, description, false);
    }

    static Count count(String name, String description, int min, int max) {
        return new Count(name, description, false, min, max);
    }

    static <E extends Enum<E>> Choice<E> choice(String name, String description, Class<E> type) {
        return new Choice<>(name, description, false, type);
    }

    static Time time(String name, String description) {
        return new Time(name, description, false);
    }

    static Zone zone(String name, String description) {
        return new Zone(name, description, false);
    }

    static Days days(String name, String description) {
        return new Days(name, description, false);
    }

    static PaperKey paper(String name, String description) {
        return new PaperKey(name, description, false);
    }

    static TextFile file(String name, String description) {
        return new TextFile(name, description, false);
    }

    /**
     * Free text: in flat text the rest of the line. A command has at most one; what is declared before it may be
     * written bare, what is declared behind it only by name.
     */
    record FreeText(String name, String description, boolean required) implements Param<String> {

        @Override
        public FreeText asRequired() {
            return new FreeText(name, description, true);
        }

        @Override
        public Reading<String> read(String text) {
            String value = text.strip();
            if (value.length() > MAX_TEXT) {
                return Reading.refused(
                        "The " + name + " is " + value.length() + " characters long; " + MAX_TEXT + " is the most.",
                        "Shorten it to the words that matter.");
            }
            return value.isEmpty()
                    ? Reading.refused("The " + name + " is empty.", "Say " + description + ".")
                    : Reading.of(value);
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    record Count(String name, String description, boolean required, int min, int max) implements Param<Integer> {

        private static final Pattern DIGITS = Pattern.compile("\\d+");

        @Override
        public Count asRequired() {
            return new Count(name, description, true, min, max);
        }

        @Override
        public Reading<Integer> read(String text) {
            try {
                return bounded(Long.parseLong(text.strip()), text);
            } catch (NumberFormatException notANumber) {
                return refuse(text);
            }
        }

        private Reading<Integer> bounded(long value, String text) {
            return value < min || value > max ? refuse(text) : Reading.of((int) value);
        }

        private Reading<Integer> refuse(String text) {
            return Reading.refused(
                    Texts.quote(text) + " is no " + name + " I can use.",
                    "Give a whole number from " + min + " to " + max + ", like " + name + ":" + Math.min(max, 5) + ".");
        }

        @Override
        public String write(Integer value) {
            return value.toString();
        }

        @Override
        public boolean resembles(String word) {
            return DIGITS.matcher(word).matches();
        }
    }

    /** One word of a closed list: the constants of an enum, written in lower case. */
    record Choice<E extends Enum<E>>(String name, String description, boolean required, Class<E> type)
            implements Param<E> {

        @Override
        public Choice<E> asRequired() {
            return new Choice<>(name, description, true, type);
        }

        /** The words, in the order of the enum. */
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(this::write).toList();
        }

        @Override
        public Reading<E> read(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> write(constant).equals(word))
                    .findFirst()
                    .map(Reading::of)
                    .orElseGet(() -> Reading.refused(
                            Texts.quote(text) + " is no " + name + " I know.",
                            "Choose one of: " + String.join(", ", words()) + "."));
        }

        @Override
        public String write(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A time of day to the minute: {@code 09:00}, {@code 9}, {@code 9am}, {@code 21:30}. */
    record Time(String name, String description, boolean required) implements Param<LocalTime> {

        private static final Pattern SHAPE =
                Pattern.compile("(?<h>\\d{1,2})(?:[:.h](?<m>\\d{2}))?\\s*(?<half>[ap]m)?", Pattern.CASE_INSENSITIVE);
        private static final Pattern LIKE =
                Pattern.compile("\\d+(?:[:.h]\\d*.*)?|\\d+\\s*[ap]m", Pattern.CASE_INSENSITIVE);

        @Override
        public Time asRequired() {
            return new Time(name, description, true);
        }

        @Override
        public Reading<LocalTime> read(String text) {
            var shape = SHAPE.matcher(text.strip());
            if (!shape.matches()) {
                return refuse(text);
            }
            int hour = Integer.parseInt(shape.group("h"));
            int minute = shape.group("m") == null ? 0 : Integer.parseInt(shape.group("m"));
            String half = shape.group("half");
            if (minute > 59 || (half == null ? hour > 23 : hour < 1 || hour > 12)) {
                return refuse(text);
            }
            boolean afternoon = half != null && half.equalsIgnoreCase("pm");
            return Reading.of(LocalTime.of(half == null ? hour : hour % 12 + (afternoon ? 12 : 0), minute));
        }

        private Reading<LocalTime> refuse(String text) {
            return Reading.refused(
                    Texts.quote(text) + " is no time of day.",
                    "Write hours and minutes from 00:00 to 23:59, like 09:00.");
        }

        @Override
        public String write(LocalTime value) {
            return "%02d:%02d".formatted(value.getHour(), value.getMinute());
        }

        @Override
        public boolean resembles(String word) {
            return LIKE.matcher(word).matches();
        }
    }

    /** A time zone of the IANA database: {@code Europe/Berlin}, {@code UTC}; letter case does not matter. */
    record Zone(String name, String description, boolean required) implements Param<ZoneId> {

        private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

        @Override
        public Zone asRequired() {
            return new Zone(name, description, true);
        }

        @Override
        public Reading<ZoneId> read(String text) {
            String wanted = text.strip().replace(' ', '_');
            return KNOWN.stream()
                    .filter(id -> id.equalsIgnoreCase(wanted))
                    .findFirst()
                    .map(id -> Reading.of(ZoneId.of(id)))
                    .orElseGet(() -> refuse(text, wanted));
        }

        /** Leaves out what the tz database keeps for old programs only; nobody means it. */
        private static boolean isOffered(String id) {
            return id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"));
        }

        private Reading<ZoneId> refuse(String text, String wanted) {
            String near = suggestions(wanted.substring(wanted.indexOf('/') + 1), 3).stream()
                    .collect(Collectors.joining(", "));
            return Reading.refused(
                    Texts.quote(text) + " is no time zone I know.",
                    near.isEmpty() ? "Write it as region and city, like Europe/Berlin." : "Did you mean " + near + "?");
        }

        /** Zones whose name contains what was typed, the ones that begin with it first. */
        public List<String> suggestions(String typed, int most) {
            String part = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            return KNOWN.stream()
                    .filter(Zone::isOffered)
                    .filter(id -> id.toLowerCase(Locale.ROOT).contains(part))
                    .sorted(Comparator.<String, Boolean>comparing(
                                    id -> !id.toLowerCase(Locale.ROOT).contains("/" + part))
                            .thenComparing(id -> id))
                    .limit(part.isEmpty() ? 0 : most)
                    .toList();
        }

        @Override
        public String write(ZoneId value) {
            return value.getId();
        }

        @Override
        public boolean resembles(String word) {
            if (!word.matches("[A-Za-z]+(/[A-Za-z_+-]+)+\\d*")) {
                return false;
            }
            try {
                return ZoneId.of(word).getId().contains("/");
            } catch (DateTimeException unknown) {
                return true;
            }
        }
    }

    /** Days of the week: {@code mon-fri}, {@code mon,wed}, {@code daily}, {@code weekdays}, {@code weekend}. */
    record Days(String name, String description, boolean required) implements Param<Set<DayOfWeek>> {

        /** Days to those who are asked for days, but as a bare word rather the beginning of a topic. */
        private static final Set<String> TOPICAL = Set.of("all", "everyday", "we");
        /** A list or range that begins with a day, whatever follows: {@code mon-fry}. */
        private static final Pattern LIKE = Pattern.compile(
                "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[-–,].*", Pattern.CASE_INSENSITIVE);

        @Override
        public Days asRequired() {
            return new Days(name, description, true);
        }

        @Override
        public Reading<Set<DayOfWeek>> read(String text) {
            return Weekdays.read(text)
                    .map(Reading::of)
                    .orElseGet(() -> Reading.refused(
                            Texts.quote(text) + " are no weekdays I know.",
                            "Write daily, weekdays, mon-fri or mon,wed,fri."));
        }

        @Override
        public String write(Set<DayOfWeek> value) {
            return Weekdays.write(value);
        }

        @Override
        public boolean claims(String word) {
            return !TOPICAL.contains(word.toLowerCase(Locale.ROOT)) && Param.super.claims(word);
        }

        @Override
        public boolean resembles(String word) {
            return LIKE.matcher(word).matches();
        }
    }

    /** A paper by its arXiv id with or without version, by a link or by DOI. */
    record PaperKey(String name, String description, boolean required) implements Param<PaperId> {

        @Override
        public PaperKey asRequired() {
            return new PaperKey(name, description, true);
        }

        @Override
        public Reading<PaperId> read(String text) {
            if (text.length() > MAX_KEY) {
                // Before any pattern: what follows takes time that grows with the square of the length.
                return refuse(text);
            }
            // Slack wraps a link that a person writes in angle brackets, with its label behind a bar.
            String bare = text.strip().replaceAll("^<|(\\|[^>]*)?>$", "");
            return PaperId.parse(bare).map(Reading::of).orElseGet(() -> refuse(text));
        }

        private static Reading<PaperId> refuse(String text) {
            return Reading.refused(
                    Texts.quote(text) + " is no paper I can look up.",
                    "Give an arXiv id, a link to the paper or a DOI, like 1904.06690.");
        }

        @Override
        public String write(PaperId value) {
            return value.value();
        }

        @Override
        public boolean resembles(String word) {
            return true;
        }
    }

    /**
     * A text file of at most {@value Attachment#MOST_BYTES} bytes. It stands in no flat text: platforms hand it over
     * beside the other options, or ask for it.
     */
    record TextFile(String name, String description, boolean required) implements Param<Attachment> {

        @Override
        public TextFile asRequired() {
            return new TextFile(name, description, true);
        }

        @Override
        public Reading<Attachment> read(String text) {
            return Reading.refused(
                    Texts.quote(text) + " is no file.",
                    "Leave it out: on Slack I ask for the file then, on Discord there is a field for it.");
        }

        /** Its name, for people: nothing gives the file back. */
        @Override
        public String write(Attachment value) {
            return value.name();
        }
    }
}
