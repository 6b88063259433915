package dev.paperboy.discord.sandbox;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Discord demands of message components, the rows of old and Components V2: nesting, numbers, lengths, and
 * {@code custom_id}s that differ from one another.
 */
final class ComponentRules {
    static final int ROW = 1;
    static final int BUTTON = 2;
    static final int SELECT = 3;
    static final int SECTION = 9;
    static final int TEXT = 10;
    static final int THUMBNAIL = 11;
    static final int GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;

    private static final int V2_COMPONENTS = 40;
    private static final int V2_TEXT = 4000;
    private static final int URL = 512;
    private static final Set<Integer> SELECTS = Set.of(SELECT, 5, 6, 7, 8);
    private static final Map<Integer, Set<String>> FIELDS = Map.of(
            ROW, Set.of("components"),
            BUTTON, Set.of("style", "label", "emoji", "custom_id", "sku_id", "url", "disabled"),
            SECTION, Set.of("components", "accessory"),
            TEXT, Set.of("content"),
            THUMBNAIL, Set.of("media", "description", "spoiler"),
            GALLERY, Set.of("items"),
            FILE, Set.of("file", "spoiler"),
            SEPARATOR, Set.of("divider", "spacing"),
            CONTAINER, Set.of("components", "accent_color", "spoiler"));
    private static final Set<String> SELECT_FIELDS = Set.of(
            "custom_id",
            "options",
            "channel_types",
            "placeholder",
            "default_values",
            "min_values",
            "max_values",
            "disabled",
            "required");

    private final FormErrors errors;
    private final boolean v2;
    private final Set<String> customIds = new HashSet<>();
    private int count;
    private int text;

    ComponentRules(FormErrors errors, boolean v2) {
        this.errors = errors;
        this.v2 = v2;
    }

    void check(JsonNode components) {
        int limit = v2 ? V2_COMPONENTS : 5;
        if (components.size() > limit) {
            errors.badLength("components", 0, limit);
        }
        Set<Integer> top = v2 ? Set.of(ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER) : Set.of(ROW);
        children("components", components, top);
        if (count > V2_COMPONENTS) {
            errors.add(
                    "components",
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The total number of components cannot exceed " + V2_COMPONENTS);
        }
        if (text > V2_TEXT) {
            errors.add(
                    "components",
                    "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED",
                    "The total text of components cannot exceed " + V2_TEXT);
        }
    }

    private void children(String at, JsonNode components, Set<Integer> allowed) {
        for (int i = 0; i < components.size(); i++) {
            component(at + "." + i, components.path(i), allowed);
        }
    }

    private void component(String at, JsonNode component, Set<Integer> allowed) {
        int type = Json.number(component, "type");
        count++;
        if (!allowed.contains(type)) {
            errors.notOneOf(at + ".type", allowed.toString());
            return;
        }
        known(at, component, SELECTS.contains(type) ? SELECT_FIELDS : FIELDS.getOrDefault(type, Set.of()));
        switch (type) {
            case ROW -> row(at, component.path("components"));
            case BUTTON -> button(at, component);
            case SECTION -> section(at, component);
            case TEXT -> display(at, Json.text(component, "content"));
            case THUMBNAIL -> media(at + ".media", component.path("media"));
            case GALLERY -> gallery(at + ".items", component.path("items"));
            case FILE -> file(at + ".file.url", Json.text(component.path("file"), "url"));
            case SEPARATOR -> separator(at, component);
            case CONTAINER -> container(at, component);
            default -> select(at, type, component);
        }
    }

    private void row(String at, JsonNode children) {
        boolean select = SELECTS.contains(Json.number(children.path(0), "type"));
        int most = select ? 1 : 5;
        if (children.isEmpty() || children.size() > most) {
            errors.badLength(at + ".components", 1, most);
        }
        children(at + ".components", children, select ? SELECTS : Set.of(BUTTON));
    }

    private void button(String at, JsonNode button) {
        int style = Json.number(button, "style");
        if (style < 1 || style > 6) {
            errors.notOneOf(at + ".style", "(1, 2, 3, 4, 5, 6)");
        }
        if (Json.length(Json.text(button, "label")) > 80) {
            errors.tooLong(at + ".label", 80);
        }
        if (style != 6 && Json.text(button, "label").isBlank() && !Json.has(button, "emoji")) {
            errors.add(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required");
        }
        if (style == 5) {
            link(at, button);
        } else if (style != 6) {
            customId(at, button);
            if (Json.has(button, "url")) {
                errors.add(at + ".url", "BUTTON_COMPONENT_URL_NOT_ALLOWED", "Only link buttons have a URL");
            }
        }
    }

    private void link(String at, JsonNode button) {
        if (Json.has(button, "custom_id")) {
            errors.add(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE", "A URL and a custom id are mutually exclusive");
        }
        if (Json.text(button, "url").isEmpty()) {
            errors.required(at + ".url");
        } else {
            Addresses.check(errors, at + ".url", Json.text(button, "url"), URL);
        }
    }

    private void customId(String at, JsonNode component) {
        String id = Json.text(component, "custom_id");
        if (id.isEmpty() || id.length() > 100) {
            errors.badLength(at + ".custom_id", 1, 100);
        }
        if (!customIds.add(id)) {
            errors.add(at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void section(String at, JsonNode section) {
        JsonNode texts = section.path("components");
        if (texts.isEmpty() || texts.size() > 3) {
            errors.badLength(at + ".components", 1, 3);
        }
        children(at + ".components", texts, Set.of(TEXT));
        if (Json.has(section, "accessory")) {
            component(at + ".accessory", section.path("accessory"), Set.of(BUTTON, THUMBNAIL));
        } else {
            errors.required(at + ".accessory");
        }
    }

    private void display(String at, String content) {
        int length = Json.length(content);
        text += length;
        if (length == 0 || length > V2_TEXT) {
            errors.badLength(at + ".content", 1, V2_TEXT);
        }
    }

    private void media(String at, JsonNode media) {
        if (Json.text(media, "url").isEmpty()) {
            errors.required(at + ".url");
        } else {
            Addresses.check(errors, at + ".url", Json.text(media, "url"), 2048);
        }
    }

    /** A file is one of the message's own. */
    private void file(String at, String url) {
        if (!url.startsWith("attachment://")) {
            errors.add(at, "UNFURLED_MEDIA_ITEM_INVALID_URL", "Only attachment:// URLs are allowed");
        }
    }

    private void gallery(String at, JsonNode items) {
        if (items.isEmpty() || items.size() > 10) {
            errors.badLength(at, 1, 10);
        }
        for (int i = 0; i < items.size(); i++) {
            media(at + "." + i + ".media", items.path(i).path("media"));
        }
    }

    private void separator(String at, JsonNode separator) {
        int spacing = separator.path("spacing").asInt(1);
        if (spacing != 1 && spacing != 2) {
            errors.notOneOf(at + ".spacing", "(1, 2)");
        }
    }

    private void container(String at, JsonNode container) {
        int color = Json.number(container, "accent_color");
        if (color < 0 || color > 0xFFFFFF) {
            errors.add(at + ".accent_color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        }
        if (container.path("components").isEmpty()) {
            errors.required(at + ".components");
        }
        children(
                at + ".components", container.path("components"), Set.of(ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR));
    }

    private void select(String at, int type, JsonNode select) {
        customId(at, select);
        if (Json.length(Json.text(select, "placeholder")) > 150) {
            errors.tooLong(at + ".placeholder", 150);
        }
        JsonNode options = select.path("options");
        if (type == SELECT && (options.isEmpty() || options.size() > 25)) {
            errors.badLength(at + ".options", 1, 25);
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            option(at + ".options." + i, options.path(i), values);
        }
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        if (least < 0 || most < Math.max(1, least) || (type == SELECT && most > options.size())) {
            errors.add(at + ".max_values", "SELECT_COMPONENT_MAX_VALUES", "Impossible number of values");
        }
    }

    private void option(String at, JsonNode option, Set<String> values) {
        known(at, option, Set.of("label", "value", "description", "emoji", "default"));
        lengthOf(at + ".label", Json.text(option, "label"));
        lengthOf(at + ".value", Json.text(option, "value"));
        if (Json.length(Json.text(option, "description")) > 100) {
            errors.tooLong(at + ".description", 100);
        }
        if (!values.add(Json.text(option, "value"))) {
            errors.add(
                    at + ".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified value is already used");
        }
    }

    private void lengthOf(String at, String value) {
        if (value.isEmpty() || Json.length(value) > 100) {
            errors.badLength(at, 1, 100);
        }
    }

    private void known(String at, JsonNode component, Set<String> names) {
        component.propertyNames().stream()
                .filter(name -> !name.equals("type") && !name.equals("id") && !names.contains(name))
                .forEach(name -> errors.unknown(at + "." + name));
    }
}
