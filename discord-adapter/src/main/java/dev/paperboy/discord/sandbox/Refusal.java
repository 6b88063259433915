package dev.paperboy.discord.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer other than 2xx: the HTTP status, Discord's own code and, for a bad form, what is wrong where. */
@SuppressWarnings("serial") // never serialised; the form is JSON
final class Refusal extends RuntimeException {
    private final int status;
    private final int code;
    private final boolean rulesBroken;
    private final @Nullable FormErrors form;

    private Refusal(int status, int code, String message, boolean rulesBroken, @Nullable FormErrors form) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.rulesBroken = rulesBroken;
        this.form = form;
    }

    /** The world is not as the client thought: a lost right, a deleted channel. Nobody's mistake. */
    static Refusal circumstance(int status, int code, String message) {
        return new Refusal(status, code, message, false, null);
    }

    /** The client broke a rule of Discord's. */
    static Refusal violation(int status, int code, String message) {
        return new Refusal(status, code, message, true, null);
    }

    static Refusal form(FormErrors errors) {
        return new Refusal(400, 50035, "Invalid Form Body", true, errors);
    }

    static Refusal unknownChannel() {
        return circumstance(404, 10003, "Unknown Channel");
    }

    static Refusal unknownMessage() {
        return circumstance(404, 10008, "Unknown Message");
    }

    static Refusal missingAccess() {
        return circumstance(403, 50001, "Missing Access");
    }

    static Refusal missingPermissions() {
        return circumstance(403, 50013, "Missing Permissions");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    boolean breaksRules() {
        return rulesBroken;
    }

    /** What is wrong, with the field paths of a bad form. */
    String detail() {
        return form == null ? String.valueOf(getMessage()) : String.join("; ", form.lines());
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("message", getMessage()).put("code", code);
        if (form != null) {
            body.set("errors", form.tree());
        }
        return body;
    }
}
