package dev.paperboy.slack.sandbox;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Slack's Block Kit schema, made from Slack's own types: a second opinion beside the sandbox's. */
public final class SlackSchema {
    private static final Optional<Validator> VALIDATOR = load();

    private SlackSchema() {}

    /** Whether blocks (a JSON array) are what Slack's types allow; where the schema is not at hand, all are. */
    public static boolean allowsBlocks(String blocks) {
        return allows("SlackBlocks", "{\"blocks\":" + blocks + "}");
    }

    /** Whether Slack's types do not allow these blocks; where the schema is not at hand, that is so of all. */
    public static boolean refusesBlocks(String blocks) {
        return VALIDATOR.isEmpty() || !allowsBlocks(blocks);
    }

    public static boolean allowsHome(String view) {
        return allows("SlackHome", "{\"view\":" + view + "}");
    }

    private static boolean allows(String definition, String json) {
        return VALIDATOR
                .map(validator -> validator
                        .validate(URI.create("urn:" + definition), json)
                        .isValid())
                .orElse(true);
    }

    private static Optional<Validator> load() {
        String shared = System.getProperty("paperboy.shared", "");
        Path file = Path.of(shared, "schemas", "slack-blockkit.schema.json");
        if (shared.isEmpty() || !Files.isRegularFile(file)) {
            LoggerFactory.getLogger(SlackSchema.class)
                    .warn("Slack's schema is not checked: no {} (-Dpaperboy.shared)", file);
            return Optional.empty();
        }
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .withDialect(new Dialects.Draft7Dialect())
                .createValidator();
        try {
            validator.registerSchema(URI.create("urn:slack"), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String definition : new String[] {"SlackBlocks", "SlackHome"}) {
            validator.registerSchema(
                    URI.create("urn:" + definition), "{\"$ref\":\"urn:slack#/definitions/" + definition + "\"}");
        }
        return Optional.of(validator);
    }
}
