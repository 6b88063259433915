package dev.paperboy.slack.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.socket_mode.SocketModeClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A plain Bolt app on a sandbox, and a bare HTTP client beside it. */
final class Peer implements AutoCloseable {
    final SlackSandbox sandbox;
    final App app;
    private final Slack slack;
    private final SocketModeApp socket;
    private final HttpClient http = HttpClient.newHttpClient();

    Peer(SlackSandbox sandbox) throws Exception {
        this.sandbox = sandbox;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.apiUrl().toString());
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(sandbox.botToken())
                .signingSecret(sandbox.signingSecret())
                .build());
        socket = new SocketModeApp(sandbox.appToken(), app, SocketModeClient.Backend.JavaWebSocket, 10);
    }

    Peer connect() throws Exception {
        socket.startAsync();
        Awaitility.await().until(() -> sandbox.connections() > 0);
        return this;
    }

    MethodsClient methods() {
        return slack.methods(sandbox.botToken());
    }

    /** Calls a method with a form body. */
    JsonNode call(String method, String form) throws Exception {
        return Json.parse(send(method, form).body()).orElseThrow();
    }

    HttpResponse<String> send(String method, String form) throws Exception {
        return post(sandbox.apiUrl().resolve(method), "application/x-www-form-urlencoded", form);
    }

    /** Asks for a WebSocket's address. */
    HttpResponse<String> open() throws Exception {
        URI target = sandbox.apiUrl().resolve("apps.connections.open");
        return post(target, "application/x-www-form-urlencoded", "", sandbox.appToken());
    }

    HttpResponse<String> post(URI target, String type, String body) throws Exception {
        return post(target, type, body, sandbox.botToken());
    }

    private HttpResponse<String> post(URI target, String type, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        SocketModeClient client = socket.getClient();
        if (client != null) {
            client.close();
        }
        socket.close();
        slack.close();
        http.close();
        sandbox.close();
    }
}
