package dev.paperboy.config.doctor;

import dev.paperboy.config.Secret;
import dev.paperboy.config.Settings;
import dev.paperboy.config.doctor.PlatformCalls.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slack: are the tokens good, and do their scopes suffice. */
final class SlackCheck {

    private static final String NAME = "Slack";
    private static final List<String> NEEDED = List.of(
            "commands",
            "chat:write",
            "reactions:read",
            "users:read",
            "channels:read",
            "groups:read",
            "im:read",
            "files:write",
            "files:read");

    private final PlatformCalls calls;
    private final Settings.Slack settings;
    private final Secret botToken;

    SlackCheck(PlatformCalls calls, Settings.Slack settings, Secret botToken) {
        this.calls = calls;
        this.settings = settings;
        this.botToken = botToken;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            Answer us = ask("auth.test", botToken);
            findings.add(trouble(us, "slack.bot-token")
                    .orElseGet(() -> Finding.ok(
                            NAME,
                            "the bot token is that of " + us.body().path("user").asString("?") + " in workspace "
                                    + us.body().path("team").asString("?"))));
            if (findings.getFirst().level() == Finding.Level.OK) {
                findings.add(scopes(us.scopes()));
                if (settings.mode() == Settings.Slack.Mode.SOCKET) {
                    findings.add(socket());
                }
            }
        } catch (IOException e) {
            findings.add(Finding.fail(
                    NAME,
                    settings.apiUrl().getHost() + " cannot be reached ("
                            + e.getClass().getSimpleName() + "); check the network and slack.api-url"));
        }
        return findings;
    }

    private Answer ask(String method, Secret token) throws IOException {
        return calls.post(settings.apiUrl().resolve(method), "Bearer", token);
    }

    /** Slack answers 200 and says in the body what is wrong. */
    private static Optional<Finding> trouble(Answer answer, String key) {
        if (answer.status() == 200 && answer.body().path("ok").asBoolean(false)) {
            return Optional.empty();
        }
        String error = answer.body().path("error").asString("status " + answer.status());
        return Optional.of(
                Finding.fail(NAME, "refuses " + key + " (" + error + "); copy it anew from your app's page"));
    }

    private static Finding scopes(String granted) {
        Set<String> has =
                Set.of(granted.isBlank() ? new String[0] : granted.strip().split("\\s*,\\s*"));
        List<String> missing =
                NEEDED.stream().filter(scope -> !has.contains(scope)).toList();
        return missing.isEmpty()
                ? Finding.ok(NAME, "has all scopes it needs")
                : Finding.warn(
                        NAME,
                        "lacks the scopes " + String.join(", ", missing)
                                + "; add them under OAuth & Permissions and install the app anew");
    }

    private Finding socket() throws IOException {
        Optional<Secret> appToken = settings.appToken();
        if (appToken.isEmpty()) {
            return Finding.fail(NAME, "slack.app-token is missing");
        }
        Answer answer = ask("apps.connections.open", appToken.get());
        return trouble(answer, "slack.app-token (with connections:write, and Socket Mode switched on)")
                .orElseGet(() -> Finding.ok(NAME, "opens a socket for the app token"));
    }
}
