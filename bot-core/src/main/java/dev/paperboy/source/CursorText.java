package dev.paperboy.source;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Cursors as JSON of a record, for sources whose cursor holds more than one thing. */
public final class CursorText {

    private static final Logger LOG = LoggerFactory.getLogger(CursorText.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private CursorText() {}

    public static String write(Record state) {
        return JSON.writeValueAsString(state);
    }

    /**
     * Reads a cursor.
     *
     * @return empty if there is none, or one that this version cannot read: the source then begins anew, which repeats
     *     something but loses nothing
     */
    public static <T extends Record> Optional<T> read(String source, Optional<String> cursor, Class<T> type) {
        try {
            return cursor.flatMap(text -> Optional.ofNullable(JSON.readValue(text, type)));
        } catch (JacksonException e) {
            LOG.warn("The cursor of {} cannot be read, so it begins anew: {}", source, e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
