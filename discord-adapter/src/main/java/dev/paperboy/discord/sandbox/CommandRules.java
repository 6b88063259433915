package dev.paperboy.discord.sandbox;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Discord demands of the definition of a slash command. */
final class CommandRules {
    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;
    static final int STRING = 3;
    static final int INTEGER = 4;
    static final int BOOLEAN = 5;
    static final int USER = 6;
    static final int CHANNEL = 7;
    static final int ATTACHMENT = 11;
    static final int NUMBER = 10;

    private static final int SIZE = 8000;
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");
    private static final Set<String> COMMAND_FIELDS = Set.of(
            "id",
            "type",
            "name",
            "name_localizations",
            "description",
            "description_localizations",
            "options",
            "default_member_permissions",
            "dm_permission",
            "nsfw",
            "contexts",
            "integration_types",
            "handler");
    private static final Set<String> OPTION_FIELDS = Set.of(
            "type",
            "name",
            "name_localizations",
            "description",
            "description_localizations",
            "required",
            "choices",
            "options",
            "channel_types",
            "min_value",
            "max_value",
            "min_length",
            "max_length",
            "autocomplete");

    private final FormErrors errors = new FormErrors();
    private int size;

    private CommandRules() {}

    /** Checks a whole list of definitions. */
    static void checkAll(JsonNode definitions) {
        FormErrors whole = new FormErrors();
        if (!definitions.isArray() || definitions.size() > 100) {
            whole.badLength("", 0, 100);
        }
        Set<String> names = new HashSet<>();
        for (JsonNode definition : definitions) {
            if (!names.add(Json.text(definition, "name"))) {
                whole.add("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }
        whole.check();
        for (int i = 0; i < definitions.size(); i++) {
            check(i + ".", definitions.path(i));
        }
    }

    static void check(String at, JsonNode definition) {
        CommandRules rules = new CommandRules();
        rules.errors.known(at, definition, COMMAND_FIELDS);
        rules.name(at, definition);
        if (definition.path("type").asInt(1) == 1) {
            rules.description(at, definition);
        }
        rules.contexts(at + "contexts", definition.path("contexts"));
        rules.options(at + "options", definition.path("options"));
        if (rules.size > SIZE) {
            rules.errors.add(
                    at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + SIZE + " characters)");
        }
        rules.errors.check();
    }

    private void name(String at, JsonNode named) {
        String name = Json.text(named, "name");
        size += name.length();
        if (!NAME.matcher(name).matches() || !name.codePoints().noneMatch(Character::isUpperCase)) {
            errors.add(at + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private void description(String at, JsonNode described) {
        String text = Json.text(described, "description");
        size += text.length();
        if (text.isBlank() || Json.length(text) > 100) {
            errors.badLength(at + "description", 1, 100);
        }
    }

    /** 0 guild, 1 direct message with the bot, 2 other private channels; JDA sends them as texts, Discord takes both. */
    private void contexts(String at, JsonNode contexts) {
        Set<Integer> seen = new HashSet<>();
        for (JsonNode context : contexts) {
            int value = context.asInt(-1);
            if (value < 0 || value > 2 || !seen.add(value)) {
                errors.notOneOf(at, "(0, 1, 2), each once");
            }
        }
    }

    private void options(String at, JsonNode options) {
        if (options.size() > 25) {
            errors.badLength(at, 0, 25);
        }
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.path(i);
            option(at + "." + i + ".", option);
            if (!names.add(Json.text(option, "name"))) {
                errors.add(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
            boolean required = option.path("required").asBoolean(false);
            if (required && optionalSeen) {
                errors.add(
                        at,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
        }
    }

    private void option(String at, JsonNode option) {
        errors.known(at, option, OPTION_FIELDS);
        name(at, option);
        description(at, option);
        int type = Json.number(option, "type");
        if (type < SUBCOMMAND || type > 11) {
            errors.notOneOf(at + "type", "(1 … 11)");
        }
        if (type == SUBCOMMAND || type == GROUP) {
            options(at + "options", option.path("options"));
        } else if (!option.path("options").isEmpty()) {
            errors.add(at + "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only sub-commands hold options");
        }
        bounds(at, option, type);
        choices(at + "choices", option, type);
    }

    private void bounds(String at, JsonNode option, int type) {
        boolean numeric = type == INTEGER || type == NUMBER;
        if ((Json.has(option, "min_value") || Json.has(option, "max_value")) && !numeric) {
            errors.add(at + "min_value", "APPLICATION_COMMAND_OPTION_BOUNDS_TYPE", "Only numbers have bounds");
        }
        if ((Json.has(option, "min_length") || Json.has(option, "max_length")) && type != STRING) {
            errors.add(at + "min_length", "APPLICATION_COMMAND_OPTION_BOUNDS_TYPE", "Only texts have lengths");
        }
        int most = option.path("max_length").asInt(6000);
        if (most < 1 || most > 6000) {
            errors.badLength(at + "max_length", 1, 6000);
        }
    }

    private void choices(String at, JsonNode option, int type) {
        JsonNode choices = option.path("choices");
        if (choices.size() > 25) {
            errors.badLength(at, 0, 25);
        }
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean(false)) {
            errors.add(at, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Choices exclude autocomplete");
        }
        for (int i = 0; i < choices.size(); i++) {
            choice(errors, at + "." + i, choices.path(i), type);
            size += Json.text(choices.path(i), "name").length();
            size += choices.path(i).path("value").asString("").length();
        }
    }

    /** One choice of an option or of an autocomplete answer. */
    static void choice(FormErrors errors, String at, JsonNode choice, int type) {
        String name = Json.text(choice, "name");
        if (name.isEmpty() || Json.length(name) > 100) {
            errors.badLength(at + ".name", 1, 100);
        }
        JsonNode value = choice.path("value");
        boolean fits = switch (type) {
            case STRING -> value.isString() && Json.length(value.stringValue()) <= 100;
            case INTEGER -> value.isIntegralNumber();
            case NUMBER -> value.isNumber();
            default -> false;
        };
        if (!fits) {
            errors.add(at + ".value", "APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE", "The value does not fit the option");
        }
    }
}
