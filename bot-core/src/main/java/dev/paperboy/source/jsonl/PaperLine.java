package dev.paperboy.source.jsonl;

import dev.paperboy.paper.Paper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a file of papers, in one of two shapes that are told apart by their keys: Paperboy's own ({@code id},
 * {@code title}, {@code abstract}, a list of {@code authors}, {@code upvotes} …), and arXiv's snapshot on Kaggle
 * ({@code versions}, {@code authors} in one text …). What is not needed and cannot be read is left out.
 */
public sealed interface PaperLine {

    /** It tells of a paper. */
    record Read(Paper paper) implements PaperLine {}

    /** It does not, for this reason. */
    record Rejected(String reason) implements PaperLine {}

    /** Reads one line; never throws. */
    static PaperLine read(String line) {
        try {
            JsonNode json = Json.STRICT.readTree(line);
            if (!json.isObject()) {
                return new Rejected("no JSON object");
            }
            return new Read(json.has("versions") ? KaggleLine.paper(json) : OwnLine.paper(json));
        } catch (JacksonException e) {
            return new Rejected("no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Rejected(String.valueOf(e.getMessage()));
        }
    }

    /** How lines are parsed. */
    final class Json {

        /** Text behind the object means that two lines ran into one: better rejected than half read. */
        private static final JsonMapper STRICT = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Json() {}
    }
}
