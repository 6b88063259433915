package dev.paperboy.config.sandbox;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a person got for what they did.
 *
 * @param ok false if the platform's client would not have sent it, or if no answer came
 * @param ephemeral whether only that person sees it
 * @param text its plain reading, or why there is none
 * @param payload what the bot sent to the platform; an empty object if it sent nothing
 * @param ms real milliseconds from the deed to the complete answer
 * @param wants what file the platform's client now asks that person for, in words
 */
record Outcome(boolean ok, boolean ephemeral, String text, JsonNode payload, long ms, Optional<String> wants) {

    Outcome(boolean ok, boolean ephemeral, String text, JsonNode payload, long ms) {
        this(ok, ephemeral, text, payload, ms, Optional.empty());
    }

    Outcome wanting(String file) {
        return new Outcome(ok, ephemeral, text, payload, ms, Optional.of(file));
    }

    static Outcome refused(String why) {
        return new Outcome(false, true, why, JsonNodeFactory.instance.objectNode(), 0);
    }
}
