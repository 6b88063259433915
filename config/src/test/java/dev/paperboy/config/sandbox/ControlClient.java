package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A script that steers a sandbox by its control API, in the channel #papers. */
final class ControlClient implements AutoCloseable {

    private static final String CHANNEL = "papers";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    /** @param root where the page is */
    ControlClient(URI root) {
        this.root = root;
    }

    JsonNode command(String platform, String user, String text) throws IOException, InterruptedException {
        return post("/api/" + platform + "/command", "user", user, "channel", CHANNEL, "text", text);
    }

    JsonNode click(String platform, String user, String message, String button)
            throws IOException, InterruptedException {
        return post(
                "/api/" + platform + "/click", "user", user, "channel", CHANNEL, "message", message, "button", button);
    }

    void react(String platform, String user, String message, String emoji, boolean remove)
            throws IOException, InterruptedException {
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("user", user)
                .put("channel", CHANNEL)
                .put("message", message)
                .put("emoji", emoji)
                .put("remove", remove);
        assertThat(send("/api/" + platform + "/react", body).path("ok").asBoolean())
                .isTrue();
    }

    /** What a person sees in the channel, oldest first. */
    List<JsonNode> messages(String platform, String user) throws IOException, InterruptedException {
        return get("/api/" + platform + "/messages?channel=" + CHANNEL + "&user=" + user)
                .valueStream()
                .toList();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    /** @param fields names and values of the body, by turns */
    JsonNode post(String path, String... fields) throws IOException, InterruptedException {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return send(path, body);
    }

    private JsonNode send(String path, JsonNode body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(root.resolve(path)).POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
