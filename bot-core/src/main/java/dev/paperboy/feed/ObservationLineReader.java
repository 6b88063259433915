package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a line; what is there but cannot be, is an {@link IllegalArgumentException} with a reason. */
final class ObservationLineReader {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private ObservationLineReader() {}

    static Observation observation(JsonNode json) {
        return new Observation(
                PaperId.parse(text(json, "id")).orElseThrow(() -> new IllegalArgumentException("id is no paper's id")),
                instant(text(json, "observed_at")),
                text(json, "kind"),
                json.hasNonNull("list_date") ? Optional.of(day(text(json, "list_date"))) : Optional.empty(),
                count(json, "upvotes"),
                count(json, "comments"),
                count(json, "github_stars"));
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.stringValue().strip();
    }

    private static OptionalInt count(JsonNode json, String key) {
        if (!json.hasNonNull(key)) {
            return OptionalInt.empty();
        }
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new IllegalArgumentException(key + " is no count");
        }
        return OptionalInt.of(value.intValue());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("observed_at is no instant such as 2026-01-31T08:00:00Z", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("list_date is no day such as 2026-01-31", e);
        }
    }
}
