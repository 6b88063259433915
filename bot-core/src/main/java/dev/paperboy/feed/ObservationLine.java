package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A line of an observation file: JSON with the keys {@code id}, {@code observed_at} and {@code kind}, and where known
 * {@code list_date}, {@code upvotes}, {@code comments}, {@code github_stars}. Other keys are passed over.
 *
 * <p>A line marked {@code observed_at_uncertain} is rejected: its instant is a late upper bound, and a score that read
 * it would see votes before they were cast.
 */
public sealed interface ObservationLine {

    /** It tells of an observation. */
    record Seen(Observation observation) implements ObservationLine {}

    /** It does not, for this reason. */
    record Rejected(String reason) implements ObservationLine {}

    /** Reads one line. */
    static ObservationLine read(String line) {
        try {
            JsonNode json = ObservationLineReader.JSON.readTree(line);
            return json.path("observed_at_uncertain").asBoolean(false)
                    ? new Rejected("its instant is uncertain")
                    : new Seen(ObservationLineReader.observation(json));
        } catch (JacksonException e) {
            return new Rejected("no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Rejected(String.valueOf(e.getMessage()));
        }
    }
}
