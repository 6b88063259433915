package dev.paperboy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.paper.SamplePapers;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP endpoint of a whole bot that Slack reaches by signed requests. */
class HttpEndpointTest {

    @TempDir
    Path folder;

    private final SlackSandbox slack = new SlackSandbox(InstantSource.system());
    private final Map<String, String> environment = new HashMap<>();
    private RunningBot bot;
    private URI base;

    @BeforeEach
    void start() {
        slack.start(0);
        environment.putAll(Map.of(
                "PAPERBOY_SLACK_BOT_TOKEN", slack.botToken(),
                "PAPERBOY_SLACK_SIGNING_SECRET", slack.signingSecret(),
                "PAPERBOY_SLACK_API_URL", slack.apiUrl().toString(),
                "PAPERBOY_SLACK_MODE", "http",
                "PAPERBOY_HTTP_PORT", "0",
                "PAPERBOY_SOURCES_ARXIV_ENABLED", "false",
                "PAPERBOY_SOURCES_HUGGINGFACE_ENABLED", "false"));
        bot = wired();
        bot.index().add(SamplePapers.all());
        base = URI.create("http://127.0.0.1:" + bot.httpPort().orElseThrow() + "/");
        slack.deliverTo(base.resolve("slack/events"));
    }

    private RunningBot wired() {
        Home home = new Home(folder.resolve("home" + environment.hashCode()));
        return Wiring.start(home, new SettingsReader().read(home, environment), InstantSource.system());
    }

    @AfterEach
    void stop() {
        bot.close();
        slack.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void slackVerifiesTheAddressAndIsAnswered() {
        assertThat(slack.verifyRequestUrl().join()).isTrue();

        SandboxReply reply =
                slack.command("ada", "papers", "/papers", "search attention").join();
        assertThat(reply.ok()).isTrue();
        assertThat(reply.text()).contains("Attention Is All You Need");
        slack.assertNoViolations();
    }

    @Test
    void healthSaysWhetherThePlatformsAreThere() throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> get("healthz").statusCode() == 200);
        assertThat(get("healthz").body()).isEqualTo("{\"status\":\"ok\",\"slack\":true}");
    }

    @Test
    void whoeverAsksOftenDoesNotMakeUsAskThePlatformAsOften() throws Exception {
        get("healthz");
        int before = slack.exchanges().size();
        for (int i = 0; i < 20; i++) {
            get("healthz");
        }
        assertThat(slack.exchanges().size() - before).isLessThan(20);
    }

    @Test
    void hitRatesAreVisible() throws Exception {
        slack.command("ada", "papers", "/papers", "search attention").join();
        slack.command("ben", "papers", "/papers", "search attention").join();

        var stats = JsonMapper.shared().readTree(get("stats").body());
        assertThat(stats.path("papers").asInt()).isEqualTo(SamplePapers.all().size());
        assertThat(stats.path("caches").path("search").path("hits").asInt()).isPositive();
    }

    @Test
    void anUnsignedRequestIsRefused() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("slack/events"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            environment.put("PAPERBOY_HTTP_HOST", "0.0.0.0");
            environment.put("PAPERBOY_HTTP_PORT", String.valueOf(taken.getLocalPort()));

            Assertions.assertThatThrownBy(this::wired).isInstanceOf(InUse.class).hasMessageContaining("http.port");
        }
        environment.put("PAPERBOY_HTTP_PORT", "0");
        environment.remove("PAPERBOY_HTTP_HOST");
    }
}
