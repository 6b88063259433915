package dev.paperboy.slack;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.RequestKeys;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes buttons, and reads what a pressed one asks. A button's value is the request's text; one too long for Slack is
 * kept under a short key.
 */
final class SlackButtons {
    /** Begins the value of a button whose request is kept elsewhere; no command has this name. */
    private static final String KEPT = "key:";

    private final RequestKeys keys;

    SlackButtons(RequestKeys keys) {
        this.keys = keys;
    }

    /** Numbers buttons through a message, so that each has an id of its own. */
    final class Row {
        private int number;

        ArrayNode of(List<Button> buttons, int most) {
            ArrayNode row = SlackJson.array();
            buttons.stream()
                    .limit(Math.min(most, SlackLimits.ACTIONS))
                    .map(this::button)
                    .forEach(made -> made.ifPresent(row::add));
            return row;
        }

        private Optional<ObjectNode> button(Button button) {
            ObjectNode json = SlackJson.object("button").put("action_id", "b" + ++number);
            // Labels are our own words, and some begin with an emoji.
            json.set(
                    "text",
                    SlackBlocks.plainText(SlackText.plainOr(button.label(), "…", SlackLimits.BUTTON_LABEL))
                            .put("emoji", true));
            return switch (button) {
                case Button.Ask ask ->
                    Optional.of(json.put("value", valueOf(ask.request().text())));
                case Button.Danger danger ->
                    Optional.of(
                            json.put("value", valueOf(danger.request().text())).put("style", "danger"));
                case Button.Link link ->
                    isOpenable(link.target())
                            ? Optional.of(json.put("url", link.target().toString()))
                            : Optional.empty();
            };
        }
    }

    Row row() {
        return new Row();
    }

    private String valueOf(String requestText) {
        return requestText.length() <= SlackLimits.BUTTON_VALUE ? requestText : KEPT + keys.keyOf(requestText);
    }

    /** The request's text behind a pressed button's value; empty if it is not kept any more. */
    Optional<String> textOf(String value) {
        return value.startsWith(KEPT) ? keys.textOf(value.substring(KEPT.length())) : Optional.of(value);
    }

    /** Whether a browser opens it and Slack takes it. */
    static boolean isOpenable(URI target) {
        return target.getScheme() != null
                && Set.of("http", "https").contains(target.getScheme())
                && target.toString().length() <= SlackLimits.URL;
    }
}
