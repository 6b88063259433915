package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Platform;
import dev.paperboy.config.Home;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole sandbox as a script sees it: the real bot between the stand-ins, over the wire. */
final class SandboxTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLATFORMS = List.of("discord", "slack");

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = Sandbox.open(new Home(folder), InstantSource.system(), new Sandbox.Options(0, true, false));
    }

    @AfterEach
    void close() {
        sandbox.close();
        client.close();
    }

    @Test
    void aDayBringsItsPostsToBothPlatforms() throws Exception {
        JsonNode state = get("/api/state");
        assertThat(state.path("clock").asString()).startsWith("2026-04-23T08:0");
        assertThat(state.path("nextPosting").asString()).isEqualTo("2026-04-23T09:00:00Z");
        for (String platform : PLATFORMS) {
            assertThat(messages(platform, "ben"))
                    .as("nobody else sees that a schedule was set")
                    .isEmpty();
            assertThat(messages(platform, "ada")).hasSize(1);
        }
        post("/api/clock", "advance", "PT25H");
        for (String platform : PLATFORMS) {
            assertThat(messages(platform, "ben"))
                    .as("five papers on each of two days")
                    .hasSize(10)
                    .isSortedAccordingTo((one, other) -> at(one).compareTo(at(other)));
        }
        assertThat(get("/api/state").path("nextPosting").asString()).isEqualTo("2026-04-25T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void askedSavedAndTakenBack(String platform) throws Exception {
        JsonNode found = command(platform, "ada", "/papers search diffusion language models limit:3");
        assertThat(found.path("ok").asBoolean()).isTrue();
        assertThat(found.path("ephemeral").asBoolean()).isFalse();
        assertThat(found.path("text").asString()).contains("1. ", "3. ");
        assertThat(found.path("payload").isObject()).isTrue();

        String message = messages(platform, "ada").getLast().path("id").asString();
        react(platform, "ada", message, "2️⃣", false);
        JsonNode saved = command(platform, "ada", "/papers saved");
        assertThat(saved.path("ephemeral").asBoolean()).isTrue();
        assertThat(saved.path("text").asString()).contains("1 paper");
        assertThat(messages(platform, "ben"))
                .as("what is private is for one person alone")
                .noneMatch(one -> one.path("ephemeral").asBoolean());
        assertThat(reactions(platform, message)).contains(id(platform, "ada"));

        react(platform, "ada", message, "two", true);
        assertThat(command(platform, "ada", "/papers saved").path("text").asString())
                .doesNotContain("1 paper");
        assertThat(command(platform, "ben", "/papers schedule time:10:00")
                        .path("text")
                        .asString())
                .as("a member may not set a schedule")
                .doesNotContain("Every day")
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void everyNumberOfAListSavesByTheTimeTheCallIsAnswered(String platform) throws Exception {
        command(platform, "ben", "/papers search learning limit:10");
        String message = messages(platform, "ben").getLast().path("id").asString();
        for (String number : List.of("6️⃣", "seven", "🔟")) {
            react(platform, "ben", message, number, false);
        }
        assertThat(command(platform, "ben", "/papers saved").path("text").asString())
                .contains("3 papers");
    }

    @Test
    void noCountIsShownThatIsYetToCome() throws Exception {
        assertThat(paper("2604.13074")).contains("▲ 32 upvotes");
        post("/api/clock", "set", "2026-04-27T01:00:00Z");
        assertThat(paper("2604.13074")).contains("▲ 46 upvotes");
        post("/api/clock", "set", "2026-04-20T12:00:00Z");
        assertThat(paper("2604.13074")).contains("▲ 20 upvotes");

        sandbox.close();
        try (var index = LucenePaperIndex.openReadOnly(new Home(folder).index(), InstantSource.system())) {
            assertThat(index.find(new PaperId("2604.13074"))
                            .orElseThrow()
                            .popularity()
                            .upvotes())
                    .as("everybody else is left with the last known count")
                    .isEqualTo(46);
        }
        open();
        assertThat(paper("2604.13074")).contains("▲ 20 upvotes");
    }

    private String paper(String id) throws Exception {
        return command("discord", "ben", "/papers paper " + id).path("text").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void aButtonIsPressedByItsLabel(String platform) throws Exception {
        command(platform, "ben", "/papers search attention limit:2");
        String message = messages(platform, "ben").getLast().path("id").asString();
        JsonNode pressed = post(
                "/api/" + platform + "/click",
                "user",
                "ben",
                "channel",
                "papers",
                "message",
                message,
                "button",
                "save");
        assertThat(pressed.path("ok").asBoolean()).isTrue();
        assertThat(command(platform, "ben", "/papers saved").path("text").asString())
                .contains("1 paper");
    }

    @Test
    void aRestartLosesNothing() throws Exception {
        post("/api/clock", "set", "2026-04-23T09:00:00Z");
        String message = messages("slack", "ada").getLast().path("id").asString();
        react("slack", "ada", message, "🔖", false);
        post("/api/discord/fault", "kind", "restart-bot");
        assertThat(command("slack", "ada", "/papers saved").path("text").asString())
                .contains("1 paper");
        List<JsonNode> before = messages("slack", "ada");
        Instant clock = Instant.parse(get("/api/state").path("clock").asString());

        sandbox.close();
        open();
        assertThat(messages("slack", "ada")).isEqualTo(before);
        assertThat(Instant.parse(get("/api/state").path("clock").asString())).isAfterOrEqualTo(clock);
        assertThat(command("slack", "ada", "/papers saved").path("text").asString())
                .contains("1 paper");
        react("slack", "ada", message, "🔖", true);
        assertThat(command("slack", "ada", "/papers saved").path("text").asString())
                .doesNotContain("1 paper");
    }

    @Test
    @Timeout(90)
    void theClockGoesBackAndPostsGoOnFromThere() throws Exception {
        post("/api/clock", "set", "2026-04-23T09:00:00Z");
        post("/api/clock", "set", "2026-04-21T08:00:00Z");
        assertThat(get("/api/state").path("clock").asString()).startsWith("2026-04-21T08:0");
        assertThat(messages("discord", "ben"))
                .as("its edition was posted already")
                .hasSize(5);

        post("/api/clock", "set", "2026-04-24T09:00:00Z");
        for (String platform : PLATFORMS) {
            assertThat(messages(platform, "ben")).as(platform).hasSize(10);
        }
        Instant now = clock();
        post("/api/clock", "set", now.minusSeconds(30).toString());
        assertThat(clock()).as("even a little").isBefore(now);
    }

    @Test
    void itsStoreIsApartFromTheOneOfRunButKnowsItsObservations() throws Exception {
        Home home = new Home(folder);
        assertThat(home.database())
                .as("nothing of the sandbox's is where run looks")
                .doesNotExist();
        sandbox.close();
        try (Store store = Store.open(home.database())) {
            store.observations().record(List.of(seenOn("2026-04-23T08:20:00Z")));
        }
        open();
        post("/api/clock", "set", "2026-04-23T08:30:00Z");
        assertThat(command("slack", "ben", "/papers trending limit:1")
                        .path("text")
                        .asString())
                .contains("PersonaVLM");
        try (Store store = Store.open(home.database())) {
            assertThat(store.subscriptions().due(EnumSet.allOf(Platform.class), Instant.parse("2099-01-01T00:00:00Z")))
                    .isEmpty();
        }
    }

    private static Observation seenOn(String instant) {
        return new Observation(
                new PaperId("2604.13074"),
                Instant.parse(instant),
                "api_daily",
                Optional.of(LocalDate.parse("2026-04-20")),
                OptionalInt.of(50_000),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private Instant clock() throws Exception {
        return Instant.parse(get("/api/state").path("clock").asString());
    }

    @Test
    void completionsComeFromTheCatalogueAndFromDiscord() throws Exception {
        assertThat(get("/api/slack/complete?user=ada&channel=papers&text=/papers%20s")
                        .path("items"))
                .extracting(item -> item.path("text").asString())
                .contains("/papers search ", "/papers saved ");
        JsonNode titles = get("/api/discord/complete?user=ada&channel=papers&text=/papers%20search%20diffus");
        assertThat(titles.path("items")).isNotEmpty();
        assertThat(titles.path("hint").path("detail").asString()).isNotEmpty();
    }

    private JsonNode command(String platform, String user, String text) throws Exception {
        return post("/api/" + platform + "/command", "user", user, "channel", "papers", "text", text);
    }

    private void react(String platform, String user, String message, String emoji, boolean remove) throws Exception {
        ObjectNode body = JSON.createObjectNode()
                .put("user", user)
                .put("channel", "papers")
                .put("message", message)
                .put("emoji", emoji)
                .put("remove", remove);
        assertThat(send("/api/" + platform + "/react", body).path("ok").asBoolean())
                .isTrue();
    }

    private List<String> reactions(String platform, String message) throws Exception {
        return messages(platform, "ada").stream()
                .filter(one -> one.path("id").asString().equals(message))
                .flatMap(one -> one.path("reactions").valueStream())
                .flatMap(one -> one.path("users").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private String id(String platform, String name) throws Exception {
        return get("/api/state")
                .path("platforms")
                .path(platform)
                .path("users")
                .valueStream()
                .filter(user -> user.path("name").asString().equals(name))
                .map(user -> user.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> messages(String platform, String user) throws Exception {
        return get("/api/" + platform + "/messages?channel=papers&user=" + user)
                .valueStream()
                .toList();
    }

    private static Instant at(JsonNode message) {
        return Instant.parse(message.path("at").asString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    private JsonNode post(String path, String... fields) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return send(path, body);
    }

    private JsonNode send(String path, JsonNode body) throws IOException, InterruptedException {
        return answer(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path.substring(1)));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
