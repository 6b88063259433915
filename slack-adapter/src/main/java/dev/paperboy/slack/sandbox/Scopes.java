package dev.paperboy.slack.sandbox;

import java.util.Set;
import java.util.TreeSet;

/** What the workspace has granted to the bot; at first all that Paperboy asks for. */
final class Scopes {
    private volatile Set<String> granted = Set.of(
            "commands",
            "chat:write",
            "reactions:read",
            "users:read",
            "channels:read",
            "groups:read",
            "im:read",
            "files:write",
            "files:read");

    void grant(Set<String> scopes) {
        granted = Set.copyOf(scopes);
    }

    void add(Set<String> scopes) {
        Set<String> all = new TreeSet<>(granted);
        all.addAll(scopes);
        grant(all);
    }

    boolean has(String scope) {
        return granted.contains(scope);
    }

    void require(String scope) {
        if (!has(scope)) {
            throw missing(scope);
        }
    }

    SlackRefusal missing(String needed) {
        return SlackRefusal.state(
                "missing_scope", Json.object().put("needed", needed).put("provided", provided()));
    }

    String provided() {
        return String.join(",", new TreeSet<>(granted));
    }
}
