package dev.paperboy.slack;

import dev.paperboy.chat.Excerpt;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects a message's blocks. All foreign text goes into {@code plain_text} objects and rich text, which know no
 * markup: what stands there can neither call anybody nor format anything.
 */
final class SlackBlocks {
    /** For clients that know no dates. */
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ArrayNode blocks = SlackJson.array();

    ArrayNode toJson() {
        return blocks;
    }

    /** A headline; nothing if the text is empty. */
    void header(String text) {
        String plain = SlackText.plain(text, SlackLimits.HEADER);
        if (!plain.isEmpty()) {
            blocks.add(SlackJson.object("header").set("text", plainText(plain)));
        }
    }

    /** A small grey line; nothing if the text is empty. */
    void small(String text, int most) {
        String plain = SlackText.plain(text, most);
        if (!plain.isEmpty()) {
            ObjectNode context = SlackJson.object("context");
            context.putArray("elements").add(plainText(plain));
            blocks.add(context);
        }
    }

    void divider() {
        blocks.add(SlackJson.object("divider"));
    }

    void add(RichText text) {
        if (!text.elements.isEmpty()) {
            ObjectNode section = SlackJson.object("rich_text_section");
            section.set("elements", text.elements);
            ObjectNode block = SlackJson.object("rich_text");
            block.putArray("elements").add(section);
            blocks.add(block);
        }
    }

    /** A row of buttons; nothing if there are none. */
    void actions(ArrayNode buttons) {
        if (!buttons.isEmpty()) {
            blocks.add(SlackJson.object("actions").set("elements", buttons));
        }
    }

    static ObjectNode plainText(String text) {
        return SlackJson.object("plain_text").put("text", text).put("emoji", false);
    }

    /** One flowing paragraph of rich text. */
    static final class RichText {
        private final ArrayNode elements = SlackJson.array();

        RichText text(String text) {
            if (!text.isEmpty()) {
                elements.add(SlackJson.object("text").put("text", text));
            }
            return this;
        }

        RichText styled(String text, String style) {
            if (!text.isEmpty()) {
                ObjectNode element = SlackJson.object("text").put("text", text);
                element.putObject("style").put(style, true);
                elements.add(element);
            }
            return this;
        }

        RichText marked(Excerpt excerpt) {
            for (Excerpt.Piece piece : excerpt.pieces()) {
                RichText _ = piece.marked() ? styled(piece.text(), "bold") : text(piece.text());
            }
            return this;
        }

        RichText boldLink(String text, URI target) {
            ObjectNode element =
                    SlackJson.object("link").put("url", target.toString()).put("text", text);
            element.putObject("style").put("bold", true);
            elements.add(element);
            return this;
        }

        /** A day and hour that each reader's client shows in their own language and time zone. */
        RichText date(Instant at) {
            elements.add(SlackJson.object("date")
                    .put("timestamp", at.getEpochSecond())
                    .put("format", "{date_long_pretty} at {time}")
                    .put("fallback", UTC.format(at)));
            return this;
        }

        RichText link(String text, URI target) {
            elements.add(SlackJson.object("link").put("url", target.toString()).put("text", text));
            return this;
        }
    }
}
