package dev.paperboy.config;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML into dotted keys, each with the line it stands on. A key may be written nested or dotted:
 * {@code http.port: 8080} is the same as a section {@code http} with a {@code port}.
 */
final class FlatYaml {

    private final YAMLMapper mapper;
    private final String name;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** @param name what to call the text in messages */
    FlatYaml(YAMLMapper mapper, String name) {
        this.mapper = mapper;
        this.name = name;
    }

    Map<String, Setting> read(String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                section(parser, "");
            } else if (first != null && first != JsonToken.VALUE_NULL) {
                throw new BadInput(where(parser) + ": expected keys such as \"discord:\" at the outermost level");
            }
            requireEnd(parser);
            return settings;
        } catch (JacksonException e) {
            // Without its cause, which quotes the text: that may hold a token.
            throw new BadInput(name + ":"
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                    + ": this is not YAML; check the colons, the quotes and that it is indented with blanks");
        }
    }

    private void requireEnd(JsonParser parser) {
        JsonToken more = parser.nextToken();
        while (more == JsonToken.VALUE_NULL) {
            more = parser.nextToken();
        }
        if (more != null) {
            throw new BadInput(
                    where(parser) + ": a second document begins; write all settings before the line \"---\"");
        }
    }

    /** @return whether there was anything in it */
    private boolean section(JsonParser parser, String prefix) {
        boolean any = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            any = true;
            String key = prefix + parser.currentName();
            String origin = where(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                put(key, parser.readValueAsTree(), origin);
            } else if (!section(parser, key + ".")) {
                put(key, mapper.createObjectNode(), origin);
            }
        }
        return any;
    }

    private void put(String key, JsonNode value, String origin) {
        if (settings.put(key, new Setting(value, origin)) != null) {
            throw new BadInput(origin + ": " + key + " is set twice");
        }
    }

    private String where(JsonParser parser) {
        return name + ":" + parser.currentTokenLocation().getLineNr();
    }
}
