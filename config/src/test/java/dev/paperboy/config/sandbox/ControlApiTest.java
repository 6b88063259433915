package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.command.CommandLine;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.config.InUse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ControlApiTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StagedPlatforms stage = new StagedPlatforms();
    private final PageEvents events = new PageEvents();
    private final PageServer server = new PageServer(
            new ControlApi(stage, new Completions(new CommandLine(SampleCommands.CATALOGUE)), events), events);

    @BeforeAll
    void start() {
        server.start(0);
    }

    @AfterAll
    void stop() {
        server.close();
        events.close();
        stage.close();
        client.close();
    }

    @Test
    void theStateNamesClockPeopleAndChannels() throws Exception {
        JsonNode state = get("/api/state").json();
        assertThat(state.path("clock").asString()).startsWith("2026-");
        for (String platform : new String[] {"discord", "slack"}) {
            JsonNode side = state.path("platforms").path(platform);
            assertThat(side.path("users")
                            .valueStream()
                            .map(user -> user.path("name").asString()))
                    .contains("ada", "ben");
            assertThat(side.path("channels")
                            .valueStream()
                            .map(room -> room.path("name").asString()))
                    .contains("papers", "general");
            assertThat(side.path("faults")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void aChannelIsFoundByIdAndByName(String platform) throws Exception {
        assertThat(get("/api/" + platform + "/messages?channel=papers").json()).isEmpty();
        assertThat(get("/api/" + platform + "/messages?channel=%23papers&user=ada")
                        .json())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"user":"nobody","channel":"papers","text":"/papers help"} | no user nobody
                    {"user":"ada","channel":"nowhere","text":"/papers help"}   | no channel nowhere
                    {"user":"ada","channel":"papers"}                          | "text" is missing
                    {"user":["ada"],"channel":"papers","text":"x"}             | "user" must be a text
                    [1]                                                        | must be a JSON object
                    {"user":                                                   | no JSON
                    """)
    void aWrongCommandCallIsNamed(String body, String reason) throws Exception {
        for (String platform : new String[] {"discord", "slack"}) {
            Answer answer = post("/api/" + platform + "/command", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("ok").asBoolean(true)).isFalse();
            assertThat(answer.json().path("error").asString()).contains(reason);
        }
    }

    @Test
    void whatNoClientWouldSendIsAnsweredAsTheBotWould() throws Exception {
        Answer unknown =
                post("/api/slack/command", "{\"user\":\"ada\",\"channel\":\"papers\",\"text\":\"/giphy cats\"}");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().path("ok").asBoolean(true)).isFalse();
        assertThat(unknown.json().path("text").asString()).contains("giphy");
        Answer mistyped = post(
                "/api/discord/command", "{\"user\":\"ada\",\"channel\":\"papers\",\"text\":\"/papers serch cats\"}");
        assertThat(mistyped.json().path("ok").asBoolean(true)).isFalse();
        assertThat(mistyped.json().path("text").asString()).contains("serch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                  | either "advance"
                    {"advance":"PT1H","set":"2026-05-01T00:00:00Z"}     | either "advance"
                    {"advance":"a day"}                                 | no duration
                    {"set":"tomorrow"}                                  | no instant
                    {"advance":"P99999999999999D"}                      | "advance"
                    {"advance":"P99999D"}                               | the clock goes from
                    """)
    void aWrongClockCallIsNamed(String body, String reason) throws Exception {
        Answer answer = post("/api/clock", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).contains(reason);
    }

    @Test
    void theClockMovesByASpanOrToAnInstant() throws Exception {
        JsonNode set = post("/api/clock", "{\"set\":\"2026-05-01T09:00:00Z\"}").json();
        assertThat(Instant.parse(set.path("clock").asString())).isEqualTo("2026-05-01T09:00:00Z");
        JsonNode on = post("/api/clock", "{\"advance\":\"PT24H\"}").json();
        assertThat(Instant.parse(on.path("clock").asString())).isEqualTo("2026-05-02T09:00:00Z");
    }

    @Test
    void faultsAreTakenByNameAndUnknownOnesListTheKnown() throws Exception {
        assertThat(post("/api/discord/fault", "{\"kind\":\"http-429\",\"times\":2}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/api/slack/fault", "{\"kind\":\"rate-limited\",\"lasting\":\"PT2S\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/api/slack/fault", "{\"kind\":\"enforce-rate-limits\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/api/slack/fault", "{\"kind\":\"clear\"}").status()).isEqualTo(200);
        Answer unknown = post("/api/discord/fault", "{\"kind\":\"earthquake\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("error").asString())
                .contains("earthquake", "http-429", "restore-channel", "clear", "restart-bot");
        assertThat(post("/api/slack/fault", "{\"kind\":\"earthquake\"}")
                        .json()
                        .path("error")
                        .asString())
                .contains("kick", "clear", "restart-bot");
        assertThat(post("/api/slack/fault", "{\"kind\":\"delay\",\"lasting\":\"PT-1S\"}")
                        .json()
                        .path("error")
                        .asString())
                .contains("lasting must be PT0S to PT24H");
        int before = stage.restarts;
        assertThat(post("/api/slack/fault", "{\"kind\":\"restart-bot\"}").status())
                .isEqualTo(200);
        assertThat(stage.restarts).isEqualTo(before + 1);
    }

    @Test
    void aDeletedChannelIsMadeAnewByItsName() throws Exception {
        String general = "{\"kind\":\"%s\",\"channel\":\"#general\"}";
        assertThat(post("/api/discord/fault", general.formatted("delete-channel"))
                        .status())
                .isEqualTo(200);
        assertThat(get("/api/discord/messages?channel=general").status()).isEqualTo(400);
        assertThat(post("/api/discord/fault", general.formatted("restore-channel"))
                        .status())
                .isEqualTo(200);
        assertThat(get("/api/discord/messages?channel=general").status()).isEqualTo(200);
        assertThat(post("/api/slack/fault", "{\"kind\":\"kick\",\"channel\":\"nowhere\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCallThatIsTooLargeIsAnsweredInJsonToo() throws Exception {
        Answer answer = post("/api/slack/command", "\"" + "x".repeat(15_000_000) + "\"");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("ok").asBoolean(true)).isFalse();
        assertThat(answer.json().path("error").asString()).isNotBlank();
    }

    @Test
    void aMessageThatIsNotThereIsNamed() throws Exception {
        for (String platform : new String[] {"discord", "slack"}) {
            Answer answer = post(
                    "/api/" + platform + "/react",
                    "{\"user\":\"ada\",\"channel\":\"papers\",\"message\":\"1\",\"emoji\":\"bookmark\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").asString()).contains("no message 1");
        }
    }

    @Test
    void thePageIsServedUnderAStrictPolicyAndNothingElseOfTheJarIs() throws Exception {
        HttpResponse<String> page = send(request("/").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Paperboy sandbox</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(send(request("/main.js").GET())
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/javascript");
        assertThat(send(request("/ControlApi.class").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/../package-info.class").GET()).statusCode()).isBetween(400, 404);
        assertThat(get("/api/nothing").status()).isEqualTo(404);
    }

    @Test
    void aPageFromElsewhereIsTurnedAway() throws Exception {
        assertThat(send(request("/api/state")
                                .header("Origin", "http://evil.example")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request("/api/state")
                                .header("Sec-Fetch-Site", "cross-site")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
        assertThat(rawStatus("GET /api/state HTTP/1.1\r\nHost: rebound.example:80\r\nConnection: close\r\n\r\n"))
                .isEqualTo(403);
    }

    @Test
    void aTakenPortIsAClearError() {
        int port = URI.create(server.url()).getPort();
        try (PageServer second = new PageServer(
                new ControlApi(stage, new Completions(new CommandLine(SampleCommands.CATALOGUE)), events), events)) {
            assertThatThrownBy(() -> second.start(port))
                    .isInstanceOf(InUse.class)
                    .hasMessageContaining("port " + port + " is in use")
                    .hasMessageContaining("--port");
        }
    }

    private record Answer(int status, JsonNode json) {}

    private Answer get(String path) throws Exception {
        return answer(send(request(path).GET()));
    }

    private Answer post(String path, String body) throws Exception {
        return answer(send(request(path).POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The JDK's client sets the Host header itself, so this one is written by hand. */
    private int rawStatus(String request) throws IOException {
        try (var socket = new java.net.Socket(
                java.net.InetAddress.getLoopbackAddress(),
                URI.create(server.url()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }
}
