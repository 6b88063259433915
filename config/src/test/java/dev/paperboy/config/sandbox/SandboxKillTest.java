package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.config.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox in a process of its own, killed as kill -9 does the moment it has acknowledged something. */
final class SandboxKillTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLATFORMS = List.of("discord", "slack");

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;
    private String url;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.paperboy.config.cli.Main",
                        "--home",
                        folder.toString(),
                        "sandbox",
                        "--port",
                        "0",
                        "--offline")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        url = said.lines()
                .filter(line -> line.contains("http://"))
                .map(line -> line.replaceFirst(".*(http://\\S+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        client.close();
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Test
    void anAnswerThatWasAcknowledgedIsThere() throws Exception {
        for (String platform : PLATFORMS) {
            JsonNode answer = post(
                    "/api/" + platform + "/command",
                    "user",
                    "ben",
                    "channel",
                    "papers",
                    "text",
                    "/papers search attention limit:2");
            assertThat(answer.path("ok").asBoolean()).isTrue();
        }
        kill();

        try (Sandbox again =
                Sandbox.open(new Home(folder), InstantSource.system(), new Sandbox.Options(0, true, false))) {
            url = again.url();
            for (String platform : PLATFORMS) {
                assertThat(messages(platform))
                        .as(platform)
                        .hasSize(1)
                        .allMatch(one -> one.toString().contains("attention"));
            }
        }
    }

    @Test
    void aScheduledPostThatWasSeenIsThere() throws Exception {
        CompletableFuture<JsonNode> moving = CompletableFuture.supplyAsync(() -> {
            try {
                return post("/api/clock", "set", "2026-04-23T09:00:00Z");
            } catch (IOException killed) {
                return JSON.nullNode();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        PLATFORMS.stream().noneMatch(platform -> ids(platform).isEmpty()));
        List<List<String>> seen = PLATFORMS.stream().map(this::ids).toList();
        kill();
        moving.join();

        try (Sandbox again =
                Sandbox.open(new Home(folder), InstantSource.system(), new Sandbox.Options(0, true, false))) {
            url = again.url();
            assertThat(get("/api/state").path("clock").asString()).startsWith("2026-04-23T09:0");
            for (int i = 0; i < PLATFORMS.size(); i++) {
                assertThat(ids(PLATFORMS.get(i))).as(PLATFORMS.get(i)).containsAll(seen.get(i));
            }
        }
    }

    private List<String> ids(String platform) {
        try {
            return messages(platform)
                    .map(message -> message.path("id").asString())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What everybody sees. */
    private Stream<JsonNode> messages(String platform) throws IOException, InterruptedException {
        return get("/api/" + platform + "/messages?channel=papers").valueStream();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    private JsonNode post(String path, String... fields) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return answer(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path.substring(1)));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request.build(), BodyHandlers.ofString()).body());
    }
}
