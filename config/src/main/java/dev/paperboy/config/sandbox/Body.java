package dev.paperboy.config.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of a control call; every reader names what is wrong. */
record Body(JsonNode json) {

    /** @throws BadRequest if it is no JSON object */
    static Body of(JsonMapper mapper, byte[] bytes) {
        JsonNode json;
        try {
            json = mapper.readTree(bytes);
        } catch (JacksonException malformed) {
            throw new BadRequest("the body is no JSON: " + malformed.getOriginalMessage());
        }
        if (json == null || !json.isObject()) {
            throw new BadRequest("the body must be a JSON object");
        }
        return new Body(json);
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new BadRequest("\"" + name + "\" is missing"));
    }

    /** A text; a number is taken as its digits. */
    Optional<String> find(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isNumber()) {
            return Optional.of(value.toString());
        }
        throw new BadRequest("\"" + name + "\" must be a text");
    }

    /** An object within. */
    Optional<Body> object(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw new BadRequest("\"" + name + "\" must be an object");
        }
        return Optional.of(new Body(value));
    }

    boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new BadRequest("\"" + name + "\" must be true or false");
        }
        return value.asBoolean(false);
    }

    Optional<Integer> number(String name) {
        return find(name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new BadRequest("\"" + name + "\" must be a whole number, not " + text);
            }
        });
    }

    Optional<Instant> instant(String name) {
        return find(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException unreadable) {
                throw new BadRequest(
                        "\"" + name + "\" is no instant: " + text + "; write it like 2026-04-24T09:00:00Z");
            }
        });
    }

    Optional<Duration> duration(String name) {
        return find(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException unreadable) {
                throw new BadRequest("\"" + name + "\" is no duration: " + text + "; write it like PT24H");
            }
        });
    }
}
