package dev.paperboy.discord.sandbox;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Discord demands of a message's body. Figures from Discord's message, embed and component reference; the total
 * of 6000 characters counts over all embeds of a message.
 */
final class MessageRules {
    static final int SUPPRESS_EMBEDS = 1 << 2;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int COMPONENTS_V2 = 1 << 15;

    private static final int CONTENT = 2000;
    private static final int NONCE = 25;

    /** The kinds of body that carry a message: which fields they know and which flags they may set. */
    enum Form {
        CREATE(
                Set.of(
                        "content",
                        "nonce",
                        "tts",
                        "embeds",
                        "allowed_mentions",
                        "message_reference",
                        "components",
                        "sticker_ids",
                        "attachments",
                        "flags",
                        "enforce_nonce",
                        "poll"),
                SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2),
        EDIT(
                Set.of("content", "embeds", "flags", "allowed_mentions", "components", "attachments"),
                SUPPRESS_EMBEDS | COMPONENTS_V2),
        REPLY(
                Set.of("tts", "content", "embeds", "allowed_mentions", "flags", "components", "attachments", "poll"),
                SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | EPHEMERAL | COMPONENTS_V2);

        @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
        private final Set<String> fields;

        private final int flags;

        Form(Set<String> fields, int flags) {
            this.fields = fields;
            this.flags = flags;
        }
    }

    private final Form form;
    private final FormErrors errors = new FormErrors();

    private MessageRules(Form form) {
        this.form = form;
    }

    /**
     * Checks a body.
     *
     * @param existingFlags flags of the message being edited, 0 for a new one
     * @throws Refusal with every problem found
     */
    static void check(Form form, JsonNode body, int existingFlags, boolean files) {
        MessageRules rules = new MessageRules(form);
        rules.fields(body);
        boolean v2 = ((Json.number(body, "flags") | existingFlags) & COMPONENTS_V2) != 0;
        new EmbedRules(rules.errors).check(body.path("embeds"));
        new ComponentRules(rules.errors, v2).check(body.path("components"));
        if (v2) {
            rules.componentsOnly(body);
        }
        rules.errors.check();
        if (form != Form.EDIT && !files) {
            refuseEmpty(body);
        }
    }

    private void fields(JsonNode body) {
        if (!body.isObject()) {
            errors.add("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }
        errors.known("", body, form.fields);
        if (Json.length(Json.text(body, "content")) > CONTENT) {
            errors.tooLong("content", CONTENT);
        }
        if (body.path("nonce").asString("").length() > NONCE) {
            errors.tooLong("nonce", NONCE);
        }
        if ((Json.number(body, "flags") & ~form.flags & ~LOADING) != 0) {
            errors.add("flags", "MESSAGE_FLAGS_INVALID", "A flag that may not be set here");
        }
        mentions(body.path("allowed_mentions"));
    }

    private void mentions(JsonNode mentions) {
        errors.known("allowed_mentions.", mentions, Set.of("parse", "users", "roles", "replied_user"));
        Set<String> parseable = Set.of("roles", "users", "everyone");
        for (JsonNode kind : mentions.path("parse")) {
            if (!parseable.contains(kind.asString(""))) {
                errors.notOneOf("allowed_mentions.parse", "('users', 'roles', 'everyone')");
            }
            if (!mentions.path(kind.asString("")).isEmpty()) {
                errors.add(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse and a list of the same kind are mutually exclusive");
            }
        }
        for (String list : Set.of("users", "roles")) {
            if (mentions.path(list).size() > 100) {
                errors.badLength("allowed_mentions." + list, 0, 100);
            }
        }
    }

    private void componentsOnly(JsonNode body) {
        for (String field : Set.of("content", "embeds", "sticker_ids", "poll")) {
            JsonNode value = body.path(field);
            if (Json.has(body, field)
                    && !(value.isArray() ? value.isEmpty() : value.asString("x").isEmpty())) {
                errors.add(
                        field,
                        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }

    private static void refuseEmpty(JsonNode body) {
        boolean empty = Json.text(body, "content").isBlank()
                && body.path("embeds").isEmpty()
                && body.path("components").isEmpty()
                && body.path("sticker_ids").isEmpty()
                && !Json.has(body, "poll");
        if (empty) {
            throw Refusal.violation(400, 50006, "Cannot send an empty message");
        }
    }
}
