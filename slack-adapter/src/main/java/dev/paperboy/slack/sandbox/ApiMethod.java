package dev.paperboy.slack.sandbox;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Web API method.
 *
 * @param scope the bot scope it needs, "" for none
 * @param perMinute Slack's tier: 1, 20, 50 or 100 calls a minute, 0 where a rule of its own applies
 * @param byApp whether it takes the app-level token instead of the bot's
 */
record ApiMethod(String scope, int perMinute, boolean byApp, Function<Call, ObjectNode> work) {

    static ApiMethod of(String scope, int perMinute, Function<Call, ObjectNode> work) {
        return new ApiMethod(scope, perMinute, false, work);
    }
}
