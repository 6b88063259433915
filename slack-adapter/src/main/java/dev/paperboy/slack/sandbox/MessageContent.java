package dev.paperboy.slack.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a message is to say out of a request, refusing what Slack refuses. */
final class MessageContent {
    private static final int LONGEST_TEXT = 40_000;
    private static final Set<String> STRUCTURED = Set.of("blocks", "attachments", "metadata");

    private MessageContent() {}

    /**
     * The request's parameters with JSON strings read as JSON.
     *
     * @param partial whether text and blocks may both be absent
     */
    static ObjectNode read(Call call, boolean partial, WireLog log) {
        ObjectNode content = call.params().deepCopy();
        content.remove("token");
        for (String name : STRUCTURED) {
            String error = name.equals("metadata") ? "invalid_metadata_format" : "invalid_blocks_format";
            call.json(name, error).ifPresentOrElse(node -> content.set(name, node), () -> content.remove(name));
        }
        check(call, content, partial, log);
        return content;
    }

    private static void check(Call call, ObjectNode content, boolean partial, WireLog log) {
        JsonNode blocks = content.path("blocks");
        if (!partial && !call.has("text") && blocks.isEmpty()) {
            throw SlackRefusal.bad("no_text", "neither text nor blocks");
        }
        if (!blocks.isMissingNode()) {
            List<String> problems = BlockKit.problemsOfMessage(blocks);
            if (!problems.isEmpty()) {
                throw SlackRefusal.bad("invalid_blocks", problems);
            }
        }
        checkMetadata(content);
        if (Json.text(content, "text").length() > LONGEST_TEXT) {
            log.violation(call.method(), "msg_too_long", "text of more than 40,000 characters is cut");
        }
        if (Broadcasts.in(content)) {
            log.violation(call.method(), "broadcast", "the message calls people");
        }
    }

    private static void checkMetadata(ObjectNode content) {
        JsonNode metadata = content.path("metadata");
        if (metadata.isMissingNode()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        if (Json.text(metadata, "event_type").isEmpty()) {
            problems.add("[ERROR] missing required field: event_type [json-pointer:/metadata]");
        }
        if (!metadata.path("event_payload").isObject()) {
            problems.add("[ERROR] must be an object [json-pointer:/metadata/event_payload]");
        }
        if (!problems.isEmpty()) {
            throw SlackRefusal.bad("invalid_metadata_format", problems);
        }
    }
}
