package dev.paperboy.slack.sandbox;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a message as a screen reader would: the words, without markup and buttons. */
final class PlainReading {
    private static final Pattern LABELLED_LINK = Pattern.compile("<(?:https?|mailto)[^|<>]*\\|([^<>]*)>");
    private static final Pattern BARE_LINK = Pattern.compile("<((?:https?|mailto):[^|<>]*)>");

    private PlainReading() {}

    /** The words of a message payload: of its blocks if it has any, else of its text. */
    static String of(JsonNode message) {
        JsonNode blocks = message.path("blocks");
        if (blocks.isEmpty()) {
            return unescape(Json.text(message, "text"));
        }
        StringBuilder out = new StringBuilder();
        blocks.forEach(block -> {
            readBlock(block, out);
            newline(out);
        });
        return out.toString().strip();
    }

    private static void readBlock(JsonNode block, StringBuilder out) {
        readText(block.path("text"), out);
        readText(block.path("label"), out);
        block.path("fields").forEach(field -> {
            newline(out);
            readText(field, out);
        });
        if (!"actions".equals(Json.text(block, "type"))) {
            block.path("elements").forEach(element -> readElement(element, out));
        }
    }

    private static void readElement(JsonNode element, StringBuilder out) {
        switch (Json.text(element, "type")) {
            case "plain_text", "mrkdwn" -> {
                readText(element, out);
                newline(out);
            }
            case "text" -> out.append(Json.text(element, "text"));
            case "link" -> out.append(element.path("text").asString(Json.text(element, "url")));
            case "emoji" -> out.append(':').append(Json.text(element, "name")).append(':');
            case "user" -> out.append('@').append(Json.text(element, "user_id"));
            case "channel" -> out.append('#').append(Json.text(element, "channel_id"));
            case "date" -> out.append(Json.text(element, "fallback"));
            default -> {
                element.path("elements").forEach(inner -> readElement(inner, out));
                newline(out);
            }
        }
    }

    private static void readText(JsonNode text, StringBuilder out) {
        if (text.isString()) {
            out.append(text.stringValue());
        } else if ("mrkdwn".equals(Json.text(text, "type"))) {
            out.append(unescape(Json.text(text, "text")));
        } else {
            out.append(Json.text(text, "text"));
        }
    }

    private static String unescape(String mrkdwn) {
        String labels = LABELLED_LINK.matcher(mrkdwn).replaceAll("$1");
        return BARE_LINK
                .matcher(labels)
                .replaceAll("$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static void newline(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
