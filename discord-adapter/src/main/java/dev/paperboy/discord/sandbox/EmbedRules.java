package dev.paperboy.discord.sandbox;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Discord demands of embeds: ten, each within its limits, 6000 characters over all of them. */
final class EmbedRules {
    private static final int COUNT = 10;
    private static final int TOTAL = 6000;
    private static final int URL = 2048;
    private static final Set<String> FIELDS = Set.of(
            "type",
            "title",
            "description",
            "url",
            "timestamp",
            "color",
            "footer",
            "image",
            "thumbnail",
            "provider",
            "video",
            "author",
            "fields");

    private final FormErrors errors;
    private int total;

    EmbedRules(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode embeds) {
        if (embeds.size() > COUNT) {
            errors.badLength("embeds", 0, COUNT);
        }
        for (int i = 0; i < embeds.size(); i++) {
            embed("embeds." + i, embeds.path(i));
        }
        if (total > TOTAL) {
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + TOTAL);
        }
    }

    private void embed(String at, JsonNode embed) {
        errors.known(at + ".", embed, FIELDS);
        errors.known(at + ".footer.", embed.path("footer"), Set.of("text", "icon_url", "proxy_icon_url"));
        errors.known(at + ".author.", embed.path("author"), Set.of("name", "url", "icon_url", "proxy_icon_url"));
        for (String media : Set.of("image", "thumbnail")) {
            errors.known(at + "." + media + ".", embed.path(media), Set.of("url", "proxy_url", "height", "width"));
        }
        text(at + ".title", embed.path("title"), 256);
        text(at + ".description", embed.path("description"), 4096);
        text(at + ".footer.text", embed.path("footer").path("text"), 2048);
        text(at + ".author.name", embed.path("author").path("name"), 256);
        fields(at + ".fields", embed.path("fields"));
        address(at + ".url", embed.path("url"));
        address(at + ".author.url", embed.path("author").path("url"));
        address(at + ".thumbnail.url", embed.path("thumbnail").path("url"));
        address(at + ".image.url", embed.path("image").path("url"));
        int color = Json.number(embed, "color");
        if (color < 0 || color > 0xFFFFFF) {
            errors.add(at + ".color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        }
        timestamp(at + ".timestamp", Json.text(embed, "timestamp"));
        if (isEmpty(embed)) {
            errors.required(at + ".description");
        }
    }

    private void fields(String at, JsonNode fields) {
        if (fields.size() > 25) {
            errors.badLength(at, 0, 25);
        }
        for (int i = 0; i < fields.size(); i++) {
            errors.known(at + "." + i + ".", fields.path(i), Set.of("name", "value", "inline"));
            filled(at + "." + i + ".name", Json.text(fields.path(i), "name"), 256);
            filled(at + "." + i + ".value", Json.text(fields.path(i), "value"), 1024);
        }
    }

    private void filled(String at, String value, int limit) {
        if (value.isBlank()) {
            errors.required(at);
        }
        count(at, value, limit);
    }

    private void text(String at, JsonNode value, int limit) {
        count(at, value.stringValue(""), limit);
    }

    private void count(String at, String value, int limit) {
        int length = Json.length(value);
        total += length;
        if (length > limit) {
            errors.tooLong(at, limit);
        }
    }

    private void address(String at, JsonNode value) {
        if (value.isString()) {
            Addresses.check(errors, at, value.stringValue(), URL);
        }
    }

    private void timestamp(String at, String value) {
        try {
            if (!value.isEmpty()) {
                OffsetDateTime.parse(value);
            }
        } catch (DateTimeParseException notATime) {
            errors.add(at, "DATE_TIME_TYPE_PARSE", "Could not parse " + value + ". Should be ISO8601.");
        }
    }

    private static boolean isEmpty(JsonNode embed) {
        return Json.text(embed, "title").isBlank()
                && Json.text(embed, "description").isBlank()
                && embed.path("fields").isEmpty()
                && !Json.has(embed, "author")
                && !Json.has(embed, "footer")
                && !Json.has(embed, "image")
                && !Json.has(embed, "thumbnail");
    }
}
