package dev.paperboy.slack.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The sandbox's rules for messages, for tests outside it. */
public final class SlackRules {

    private SlackRules() {}

    /** What Slack would refuse in a message's blocks; empty when nothing. */
    public static List<String> problems(JsonNode blocks) {
        return BlockKit.problemsOfMessage(blocks);
    }
}
