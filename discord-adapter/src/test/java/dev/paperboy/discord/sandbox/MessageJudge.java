package dev.paperboy.discord.sandbox;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The stand-in's judgement of a message body, for tests that need no wire. */
public final class MessageJudge {
    private MessageJudge() {}

    /** Throws what the stand-in would answer. */
    public static void judge(JsonNode body) {
        try {
            MessageRules.check(MessageRules.Form.CREATE, body, 0, false);
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.detail() + "\n" + body.toPrettyString());
        }
    }

    /** Every text of a message that Discord reads as markdown. */
    public static Stream<String> texts(JsonNode body) {
        return Interactions.all(body.path("components"))
                .filter(component -> Json.number(component, "type") == ComponentRules.TEXT)
                .map(component -> Json.text(component, "content"));
    }

    /** The ids of every button that asks. */
    public static Stream<String> buttons(JsonNode body) {
        return Interactions.all(body.path("components"))
                .map(component -> Json.text(component, "custom_id"))
                .filter(id -> !id.isEmpty());
    }
}
