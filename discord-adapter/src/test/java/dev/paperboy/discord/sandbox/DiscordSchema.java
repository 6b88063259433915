package dev.paperboy.discord.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's own OpenAPI description, as a judge of what we send. */
public final class DiscordSchema {
    private static final URI OPEN_API = URI.create("urn:discord");
    private static @Nullable DiscordSchema instance;

    private static final Logger LOG = LoggerFactory.getLogger(DiscordSchema.class);

    private final @Nullable Validator validator;
    private final JsonNode document;
    private final Set<URI> registered = new HashSet<>();

    /** One that takes everything. */
    private DiscordSchema() {
        document = Json.object();
        validator = null;
    }

    private DiscordSchema(String text) {
        document = Json.MAPPER.readTree(text);
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .withDialect(new Dialects.Draft2020Dialect())
                .createValidator();
        validator.registerSchema(OPEN_API, text);
    }

    /** The schema; where the shared folder is absent one that takes everything, which is said once. */
    public static synchronized DiscordSchema load() {
        if (instance == null) {
            Path file = Path.of(System.getProperty("paperboy.shared", "../shared"), "schemas", "discord-openapi.json");
            instance = Files.exists(file) ? read(file) : absent(file);
        }
        return instance;
    }

    private static DiscordSchema read(Path file) {
        try {
            return new DiscordSchema(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DiscordSchema absent(Path file) {
        LOG.warn("what is sent is not compared with Discord's own description: {} is absent", file);
        return new DiscordSchema();
    }

    /** Fails unless every JSON body that was sent fits its route's schema. */
    public void assertAllValid(List<Exchange> exchanges) {
        exchanges.stream().filter(exchange -> exchange.request() != null).forEach(this::assertValid);
    }

    private void assertValid(Exchange exchange) {
        String path = exchange.route().replace("~", "~0").replace("/", "~1");
        String method = exchange.method().toLowerCase(Locale.ROOT);
        if (document.at("/paths/" + path + "/" + method + "/requestBody").isMissingNode()) {
            return;
        }
        String pointer = ("/paths/" + path + "/" + method + "/requestBody/content/application~1json/schema")
                .replace("{", "%7B")
                .replace("}", "%7D");
        assertValid(exchange.method() + " " + exchange.route(), pointer, withoutKnownException(exchange.request()));
    }

    /** Fails unless a body fits a component schema such as {@code MessageCreateRequest}. */
    public void assertFits(String component, JsonNode body) {
        assertValid(component, "/components/schemas/" + component, body);
    }

    private synchronized void assertValid(String what, String pointer, JsonNode body) {
        if (validator == null) {
            return;
        }
        URI entry = URI.create("urn:entry:" + pointer.replaceAll("[^A-Za-z]", "-"));
        if (registered.add(entry)) {
            validator.registerSchema(entry, "{\"$ref\":\"" + OPEN_API + "#" + pointer + "\"}");
        }
        Validator.Result result =
                validator.validate(entry, withAttachmentIds(body).toString());
        assertThat(result.getErrors())
                .as(() -> what + " " + body)
                .filteredOn(error -> !result.isValid() && error.getError() != null)
                .isEmpty();
        assertThat(result.isValid()).isTrue();
    }

    /** JDA sends the ids of files as numbers; Discord takes both. */
    private static JsonNode withAttachmentIds(JsonNode body) {
        JsonNode copy = body.deepCopy();
        for (JsonNode message : List.of(copy, copy.path("data"))) {
            message.path("attachments")
                    .forEach(file ->
                            ((ObjectNode) file).put("id", file.path("id").asString()));
        }
        return copy;
    }

    /** JDA sends these two lists of numbers as texts; Discord takes both. */
    private static JsonNode withoutKnownException(@Nullable JsonNode body) {
        if (body == null) {
            return Json.object();
        }
        JsonNode copy = body.deepCopy();
        copy.forEach(command -> {
            if (command instanceof ObjectNode object) {
                object.remove(List.of("contexts", "integration_types"));
            }
        });
        return copy;
    }
}
