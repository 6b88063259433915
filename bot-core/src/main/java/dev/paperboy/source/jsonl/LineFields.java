package dev.paperboy.source.jsonl;

import dev.paperboy.command.Texts;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.WebLink;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the values of a line: what a paper cannot be without is demanded, all else is taken if it can be read. */
final class LineFields {

    private static final int LONGEST_TITLE = 2_000;
    private static final int SHOWN = 60;
    private static final int DAY_LENGTH = 10;

    private LineFields() {}

    /** @throws IllegalArgumentException with the reason for people, if there is no usable title */
    static String title(JsonNode json) {
        JsonNode value = json.path("title");
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("no title");
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("the title is no text");
        }
        if (value.stringValue().isBlank()) {
            throw new IllegalArgumentException("the title is empty");
        }
        if (value.stringValue().length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("the title is longer than " + LONGEST_TITLE + " characters");
        }
        return value.stringValue();
    }

    /**
     * The id under a key, if the line has that key; an empty text says nothing.
     *
     * @throws IllegalArgumentException with the reason for people, if it has the key and no id under it
     */
    static Optional<PaperId> id(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull() || isBlank(value)) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("the " + key + " is no text: " + Texts.cut(value.toString(), SHOWN));
        }
        return Optional.of(PaperId.parse(value.stringValue())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + key + " is no paper id: '" + Texts.cut(value.stringValue(), SHOWN) + "'")));
    }

    private static boolean isBlank(JsonNode value) {
        return value.isString() && value.stringValue().isBlank();
    }

    static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    static Stream<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }

    /** A count; below nothing is nothing, and beyond what fits is the most that fits. */
    static int count(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isNumber() ? (int) Math.clamp(value.asDouble(), 0, Integer.MAX_VALUE) : 0;
    }

    /** A day (then 00:00 UTC) or an instant, with or without offset. */
    static Optional<Instant> instant(JsonNode json, String key) {
        return text(json, key).flatMap(LineFields::instant);
    }

    static Links links(JsonNode json) {
        return new Links(
                address(json, "code_url"),
                address(json, "project_url"),
                text(json, "doi").flatMap(Links::doiIn));
    }

    private static Optional<Instant> instant(String written) {
        String text = written.strip();
        try {
            if (text.length() == DAY_LENGTH) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}$");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(JsonNode json, String key) {
        return text(json, key).flatMap(WebLink::read);
    }
}
