package dev.paperboy.library.file;

import dev.paperboy.command.Reading;
import dev.paperboy.command.Texts;
import dev.paperboy.library.MarkCommand;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one reference in a file, under the names that programs give them. */
final class Fields {

    /** Where a paper is named, the surest first. */
    private static final List<String> NAMING = List.of(
            "id",
            "eprint",
            "arxiv",
            "arxiv_id",
            "arxivid",
            "arxiv id",
            "url",
            "link",
            "howpublished",
            "archiveid",
            "archive location",
            "number",
            "journal",
            "publication title",
            "note",
            "extra");

    /** Where a number alone may be anything else. */
    private static final Set<String> LOOSE = Set.of("number", "journal", "publication title", "note", "extra");

    private static final List<String> KEYWORDS = List.of("tags", "keywords", "manual tags");
    private static final List<String> SAVED = List.of("saved_at", "timestamp", "date added", "dateadded");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final int LONGEST_TAG = 40;
    private static final int LONGEST = 5000;

    private final Map<String, String> values;

    /** @param values plain text by name in lower case, each {@link #bounded} */
    Fields(Map<String, String> values) {
        this.values = values;
    }

    /** As much of a field as anybody reads: what follows would only keep us busy. */
    static String bounded(String text) {
        return Texts.cut(text, LONGEST);
    }

    /** Whether a column or field of this name says which paper is meant. */
    static boolean names(String name) {
        return name.equals("doi") || NAMING.contains(name) || name.equals("title");
    }

    /** What is said of one paper. */
    Reference reference(String otherwise, String note, String separator) {
        String title = value("title");
        List<PaperId> ids = ids();
        String id = ids.isEmpty() ? otherwise : ids.getFirst().value();
        return new Reference(
                title.isEmpty() ? id : title,
                ids,
                title,
                first(List.of("authors", "author")),
                savedAt(),
                state(),
                Remark.of(new Remark(tags(separator), note).text()));
    }

    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private String first(List<String> names) {
        return names.stream()
                .map(this::value)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<PaperId> ids() {
        Set<PaperId> found = new LinkedHashSet<>();
        for (String name : NAMING) {
            String text = value(name);
            boolean loose =
                    LOOSE.contains(name) && !text.toLowerCase(Locale.ROOT).contains("arxiv");
            if (name.equals("url")) {
                PaperId.doi(value("doi"))
                        .filter(doi -> value("doi").contains("/"))
                        .ifPresent(found::add);
            }
            if (!loose) {
                PaperId.parse(text)
                        .or(() -> PaperId.mention(text).map(PaperId.Mention::id))
                        .ifPresent(found::add);
            }
        }
        return new ArrayList<>(found);
    }

    private Optional<Instant> savedAt() {
        String text = first(SAVED);
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notAnInstant) {
            Matcher day = DAY.matcher(text);
            return day.lookingAt() ? day(day) : Optional.empty();
        }
    }

    private static Optional<Instant> day(Matcher day) {
        try {
            String written = "%s-%2s-%2s"
                    .formatted(day.group(1), day.group(2), day.group(3))
                    .replace(' ', '0');
            return Optional.of(
                    LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private ReadingState state() {
        String said = first(List.of("state", "readstatus"));
        return MarkCommand.STATE.read(said) instanceof Reading.Understood<ReadingState>(ReadingState state)
                ? state
                : ReadingState.TO_READ;
    }

    private SortedSet<String> tags(String separator) {
        return Stream.of(first(KEYWORDS).split(separator))
                .map(Fields::tag)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As a person would write it here: {@code Recommender Systems} is {@code recommender-systems}. */
    private static String tag(String keyword) {
        return keyword.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+-+\\s+", "-")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-")
                .replaceAll("^[-\\p{M}]+", "")
                .codePoints()
                .limit(LONGEST_TAG)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
