package dev.paperboy.slack.sandbox;

import static dev.paperboy.slack.sandbox.Rule.all;
import static dev.paperboy.slack.sandbox.Rule.byType;
import static dev.paperboy.slack.sandbox.Rule.flag;
import static dev.paperboy.slack.sandbox.Rule.list;
import static dev.paperboy.slack.sandbox.Rule.number;
import static dev.paperboy.slack.sandbox.Rule.object;
import static dev.paperboy.slack.sandbox.Rule.oneOf;
import static dev.paperboy.slack.sandbox.Rule.problem;
import static dev.paperboy.slack.sandbox.Rule.text;
import static dev.paperboy.slack.sandbox.Rule.url;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Block Kit as Slack checks it: which blocks there are, their fields and their limits. Numbers from Slack's Block Kit
 * reference and {@code @slack/types} 3.2.0. Blocks that Paperboy has no use for (tables, videos, cards, tasks) count as
 * unknown here, so that a first use of one is noticed.
 */
final class BlockKit {
    private static final int ANY = Integer.MAX_VALUE;
    private static final Rule ID = text(0, 255);
    private static final Rule TYPE = text(1, 50);

    private static final Rule STYLE =
            object(Map.of("bold", flag(), "italic", flag(), "strike", flag(), "code", flag(), "underline", flag()));

    private static final Rule RICH_ELEMENT = byType(Map.of(
            "text", object(Map.of("type", TYPE, "text", text(1, ANY), "style", STYLE), "text"),
            "link",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "url",
                                    url(3000),
                                    "text",
                                    text(1, ANY),
                                    "unsafe",
                                    flag(),
                                    "style",
                                    STYLE),
                            "url"),
            "emoji",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "name",
                                    text(1, ANY),
                                    "unicode",
                                    text(1, ANY),
                                    "url",
                                    url(3000),
                                    "style",
                                    STYLE),
                            "name"),
            "user", object(Map.of("type", TYPE, "user_id", text(1, 255), "style", STYLE), "user_id"),
            "usergroup", object(Map.of("type", TYPE, "usergroup_id", text(1, 255), "style", STYLE), "usergroup_id"),
            "channel", object(Map.of("type", TYPE, "channel_id", text(1, 255), "style", STYLE), "channel_id"),
            "broadcast",
                    object(
                            Map.of("type", TYPE, "range", oneOf("here", "channel", "everyone"), "style", STYLE),
                            "range"),
            "date",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "timestamp",
                                    number(),
                                    "format",
                                    text(1, ANY),
                                    "url",
                                    url(3000),
                                    "fallback",
                                    text(1, ANY),
                                    "style",
                                    STYLE),
                            "timestamp",
                            "format")));

    private static final Rule RICH_SECTION =
            object(Map.of("type", TYPE, "elements", list(0, ANY, RICH_ELEMENT)), "type", "elements");
    private static final Rule RICH_QUOTE = object(
            Map.of("type", TYPE, "elements", list(0, ANY, RICH_ELEMENT), "border", number()), "type", "elements");
    private static final Rule RICH_LIST = object(
            Map.of(
                    "type", TYPE,
                    "elements", list(1, ANY, all(RICH_SECTION, byType(Map.of("rich_text_section", RICH_SECTION)))),
                    "style", oneOf("bullet", "ordered"),
                    "indent", number(),
                    "offset", number(),
                    "border", number()),
            "type",
            "elements",
            "style");

    private static final Rule OPTION = object(
            Map.of("text", plain(75), "value", text(1, 75), "description", plain(75), "url", url(3000)),
            "text",
            "value");
    private static final Rule CONFIRM = object(
            Map.of(
                    "title",
                    plain(100),
                    "text",
                    anyText(300),
                    "confirm",
                    plain(30),
                    "deny",
                    plain(30),
                    "style",
                    oneOf("primary", "danger")),
            "text");

    private static final Rule BUTTON = object(
            Map.of(
                    "type", TYPE,
                    "text", plain(75),
                    "action_id", ID,
                    "url", url(3000),
                    "value", text(0, 2000),
                    "style", oneOf("primary", "danger"),
                    "confirm", CONFIRM,
                    "accessibility_label", text(1, 75)),
            "text");
    private static final Rule OVERFLOW =
            object(Map.of("type", TYPE, "action_id", ID, "options", list(1, 5, OPTION), "confirm", CONFIRM), "options");
    private static final Rule SELECT = object(
            Map.of(
                    "type", TYPE,
                    "action_id", ID,
                    "placeholder", plain(150),
                    "options", list(1, 100, OPTION),
                    "initial_option", OPTION,
                    "confirm", CONFIRM,
                    "focus_on_load", flag()),
            "options");
    private static final Rule CHOICE = object(
            Map.of(
                    "type",
                    TYPE,
                    "action_id",
                    ID,
                    "options",
                    list(1, 10, OPTION),
                    "initial_option",
                    OPTION,
                    "initial_options",
                    list(1, 10, OPTION),
                    "confirm",
                    CONFIRM,
                    "focus_on_load",
                    flag()),
            "options");
    private static final Rule TEXT_INPUT = object(Map.of(
            "type",
            TYPE,
            "action_id",
            ID,
            "placeholder",
            plain(150),
            "initial_value",
            text(0, 3000),
            "multiline",
            flag(),
            "min_length",
            number(),
            "max_length",
            number(),
            "focus_on_load",
            flag()));
    private static final Rule FILE_INPUT = object(
            Map.of("type", TYPE, "action_id", ID, "filetypes", list(1, 100, text(1, 20)), "max_files", number()));
    private static final Rule IMAGE_ELEMENT =
            object(Map.of("type", TYPE, "image_url", url(3000), "alt_text", text(1, 2000)), "image_url", "alt_text");

    private static final Map<String, Rule> INTERACTIVE = Map.of(
            "button", BUTTON,
            "overflow", OVERFLOW,
            "static_select", SELECT,
            "radio_buttons", CHOICE,
            "checkboxes", CHOICE);

    private static final Rule BLOCK = byType(Map.of(
            "section",
                    all(
                            object(Map.of(
                                    "type",
                                    TYPE,
                                    "block_id",
                                    ID,
                                    "text",
                                    anyText(3000),
                                    "fields",
                                    list(1, 10, anyText(2000)),
                                    "accessory",
                                    byType(with(INTERACTIVE, "image", IMAGE_ELEMENT)),
                                    "expand",
                                    flag())),
                            BlockKit::textOrFields),
            "header", object(Map.of("type", TYPE, "block_id", ID, "text", plain(150)), "text"),
            "divider", object(Map.of("type", TYPE, "block_id", ID)),
            "image",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "block_id",
                                    ID,
                                    "image_url",
                                    url(3000),
                                    "alt_text",
                                    text(1, 2000),
                                    "title",
                                    plain(2000)),
                            "image_url",
                            "alt_text"),
            "actions",
                    object(
                            Map.of("type", TYPE, "block_id", ID, "elements", list(1, 25, byType(INTERACTIVE))),
                            "elements"),
            "context",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "block_id",
                                    ID,
                                    "elements",
                                    list(
                                            1,
                                            10,
                                            byType(Map.of(
                                                    "image",
                                                    IMAGE_ELEMENT,
                                                    "plain_text",
                                                    plain(3000),
                                                    "mrkdwn",
                                                    mrkdwn(3000))))),
                            "elements"),
            "input",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "block_id",
                                    ID,
                                    "label",
                                    plain(2000),
                                    "hint",
                                    plain(2000),
                                    "optional",
                                    flag(),
                                    "dispatch_action",
                                    flag(),
                                    "element",
                                    byType(Map.of(
                                            "plain_text_input",
                                            TEXT_INPUT,
                                            "file_input",
                                            FILE_INPUT,
                                            "static_select",
                                            SELECT,
                                            "radio_buttons",
                                            CHOICE,
                                            "checkboxes",
                                            CHOICE))),
                            "label",
                            "element"),
            "rich_text",
                    object(
                            Map.of(
                                    "type",
                                    TYPE,
                                    "block_id",
                                    ID,
                                    "elements",
                                    list(
                                            1,
                                            ANY,
                                            byType(Map.of(
                                                    "rich_text_section", RICH_SECTION,
                                                    "rich_text_preformatted", RICH_QUOTE,
                                                    "rich_text_quote", RICH_QUOTE,
                                                    "rich_text_list", RICH_LIST)))),
                            "elements"),
            "markdown", object(Map.of("type", TYPE, "block_id", ID, "text", text(1, 12_000)), "text")));

    private static final Rule MESSAGE = list(0, 50, BLOCK);
    private static final Rule HOME = object(
            Map.of(
                    "type",
                    oneOf("home"),
                    "blocks",
                    list(1, 100, BLOCK),
                    "private_metadata",
                    text(0, 3000),
                    "callback_id",
                    ID,
                    "external_id",
                    ID),
            "type",
            "blocks");
    private static final Rule MODAL = object(
            Map.of(
                    "type",
                    oneOf("modal"),
                    "blocks",
                    list(1, 100, BLOCK),
                    "title",
                    plain(24),
                    "close",
                    plain(24),
                    "submit",
                    plain(24),
                    "private_metadata",
                    text(0, 3000),
                    "callback_id",
                    ID,
                    "external_id",
                    ID,
                    "clear_on_close",
                    flag(),
                    "notify_on_close",
                    flag()),
            "type",
            "title",
            "blocks");

    private BlockKit() {}

    /** What Slack would refuse in a message's blocks; empty when nothing. */
    static List<String> problemsOfMessage(JsonNode blocks) {
        return problems(MESSAGE, blocks, blocks, "/blocks");
    }

    /** What Slack would refuse in a home tab or modal; empty when nothing. */
    static List<String> problemsOfView(JsonNode view) {
        List<String> found = problems(byType(Map.of("home", HOME, "modal", MODAL)), view, view.path("blocks"), "/view");
        boolean asks = view.path("blocks").valueStream().anyMatch(block -> "input".equals(Json.text(block, "type")));
        if (asks && "modal".equals(Json.text(view, "type")) && !view.has("submit")) {
            problem(found::add, "submit is required when a modal has an input block", "/view");
        }
        return found;
    }

    private static List<String> problems(Rule rule, JsonNode root, JsonNode blocks, String pointer) {
        List<String> found = new ArrayList<>();
        rule.check(root, pointer, found::add);
        checkUniqueIds(blocks, pointer, found::add);
        return found;
    }

    private static void checkUniqueIds(JsonNode blocks, String pointer, Consumer<String> problems) {
        Set<String> blockIds = new HashSet<>();
        int markdown = 0;
        for (JsonNode block : blocks) {
            String id = Json.text(block, "block_id");
            if (!id.isEmpty() && !blockIds.add(id)) {
                problem(problems, "block_id already used: " + id, pointer);
            }
            Set<String> actionIds = new HashSet<>();
            for (JsonNode element : block.path("elements")) {
                String action = Json.text(element, "action_id");
                if (!action.isEmpty() && !actionIds.add(action)) {
                    problem(problems, "action_id already used: " + action, pointer);
                }
            }
            markdown += "markdown".equals(Json.text(block, "type"))
                    ? Json.text(block, "text").length()
                    : 0;
        }
        if (markdown > 12_000) {
            problem(problems, "markdown blocks must be less than 12001 characters together", pointer);
        }
    }

    private static void textOrFields(JsonNode section, String pointer, Consumer<String> problems) {
        if (!section.has("text") && !section.has("fields")) {
            problem(problems, "section needs text or fields", pointer);
        }
    }

    private static Rule plain(int max) {
        return all(
                object(Map.of("type", TYPE, "text", text(1, max), "emoji", flag()), "type", "text"),
                ofType("plain_text"));
    }

    private static Rule mrkdwn(int max) {
        return all(
                object(Map.of("type", TYPE, "text", text(1, max), "verbatim", flag()), "type", "text"),
                ofType("mrkdwn"));
    }

    private static Rule anyText(int max) {
        return byType(Map.of("plain_text", plain(max), "mrkdwn", mrkdwn(max)));
    }

    private static Rule ofType(String type) {
        return (value, at, problems) -> oneOf(type).check(value.path("type"), at + "/type", problems);
    }

    private static Map<String, Rule> with(Map<String, Rule> rules, String type, Rule rule) {
        Map<String, Rule> more = new HashMap<>(rules);
        more.put(type, rule);
        return more;
    }
}
