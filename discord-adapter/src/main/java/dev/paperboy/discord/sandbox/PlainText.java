package dev.paperboy.discord.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a person reads in a payload, without markup: texts, buttons in brackets, choices one a line. */
final class PlainText {
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[((?:\\\\.|[^\\]\\\\])*)]\\(<?[^)\\s]*>?\\)");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(?:\\*{1,3}|__|~~|`{1,3}|\\|\\|)");
    private static final Pattern LINE_MARK = Pattern.compile("(?m)^(?:#{1,3} |-# |> )+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");

    private final List<String> lines = new ArrayList<>();

    private PlainText() {}

    static String of(JsonNode payload) {
        PlainText text = new PlainText();
        text.add(Json.text(payload, "content"));
        payload.path("embeds").forEach(text::embed);
        payload.path("components").forEach(text::component);
        payload.path("choices").forEach(choice -> text.lines.add(Json.text(choice, "name")));
        return String.join("\n", text.lines);
    }

    private void embed(JsonNode embed) {
        add(Json.text(embed.path("author"), "name"));
        add(Json.text(embed, "title"));
        add(Json.text(embed, "description"));
        embed.path("fields").forEach(field -> {
            add(Json.text(field, "name"));
            add(Json.text(field, "value"));
        });
        add(Json.text(embed.path("footer"), "text"));
    }

    private void component(JsonNode component) {
        switch (Json.number(component, "type")) {
            case ComponentRules.ROW -> lines.add(buttons(component));
            case ComponentRules.TEXT -> add(Json.text(component, "content"));
            case ComponentRules.BUTTON -> lines.add(button(component));
            default -> {
                component.path("components").forEach(this::component);
                if (component.path("accessory").isObject()) {
                    component(component.path("accessory"));
                }
            }
        }
    }

    private static String buttons(JsonNode row) {
        return String.join(
                " ", row.path("components").valueStream().map(PlainText::button).toList());
    }

    private static String button(JsonNode button) {
        String face = (Json.text(button.path("emoji"), "name") + " " + Json.text(button, "label")).strip();
        return "[" + (face.isEmpty() ? Json.text(button, "placeholder") : face) + "]";
    }

    private void add(String markdown) {
        if (!markdown.isBlank()) {
            lines.add(plain(markdown));
        }
    }

    static String plain(String markdown) {
        String text = LINE_MARK.matcher(markdown).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = EMPHASIS.matcher(text).replaceAll("");
        return ESCAPE.matcher(text).replaceAll("$1");
    }
}
