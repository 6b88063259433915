package dev.paperboy.slack.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Slack's "no" to a Web API call: {@code ok: false} with an error code and, for some, more fields. */
@SuppressWarnings("serial") // never serialized; the JSON node is only read by the handler one frame above
final class SlackRefusal extends RuntimeException {
    final String code;
    final ObjectNode more;
    final boolean violation;

    private SlackRefusal(String code, ObjectNode more, boolean violation) {
        super(code, null, false, false);
        this.code = code;
        this.more = more;
        this.violation = violation;
    }

    /** The state of the workspace forbids it: no fault of the caller's making. */
    static SlackRefusal state(String code) {
        return new SlackRefusal(code, Json.object(), false);
    }

    /** The state of the workspace forbids it, with more fields in the answer. */
    static SlackRefusal state(String code, ObjectNode more) {
        return new SlackRefusal(code, more, false);
    }

    /** The request breaks schema or limits; recorded as a violation. */
    static SlackRefusal bad(String code, List<String> details) {
        ObjectNode more = Json.object();
        more.putObject("response_metadata").set("messages", Json.MAPPER.valueToTree(details));
        return new SlackRefusal(code, more, true);
    }

    static SlackRefusal bad(String code, String detail) {
        return bad(code, List.of(detail));
    }
}
