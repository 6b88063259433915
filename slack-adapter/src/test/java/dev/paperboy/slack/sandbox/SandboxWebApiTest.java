package dev.paperboy.slack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SandboxWebApiTest {

    private final HandTime time = new HandTime();
    private final SlackSandbox sandbox =
            new SlackSandbox(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")), time, time).start(0);
    private final Peer peer = peer();

    private Peer peer() {
        try {
            return new Peer(sandbox);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
    }

    private JsonNode call(String method, String form) throws Exception {
        return peer.call(method, form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String error(String method, String form) throws Exception {
        return Json.text(call(method, form), "error");
    }

    @Test
    void saysWhoTheBotIs() throws Exception {
        JsonNode us = call("auth.test", "");

        assertThat(us.path("ok").booleanValue()).isTrue();
        assertThat(Json.text(us, "team_id")).isEqualTo(sandbox.teamId());
        assertThat(Json.text(us, "user_id")).isEqualTo(sandbox.botUserId());
    }

    @Test
    void wantsTheRightToken() throws Exception {
        URI url = sandbox.apiUrl().resolve("auth.test");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest none = HttpRequest.newBuilder(url)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(none, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("not_authed");
            HttpRequest wrong = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer xoxb-stranger")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(wrong, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("invalid_auth");
        }
        assertThat(error("apps.connections.open", "")).isEqualTo("not_allowed_token_type");
        assertThat(sandbox.exchanges().toString()).doesNotContain("xoxb");
    }

    @Test
    void knowsNoUnknownMethod() throws Exception {
        assertThat(error("chat.shout", "")).isEqualTo("unknown_method");
        assertThat(sandbox.violations()).extracting(Violation::code).containsExactly("unknown_method");
        assertThatThrownBy(sandbox::assertNoViolations).hasMessageContaining("chat.shout");
    }

    @Test
    void refusesWhatSlackRefusesInAMessage() throws Exception {
        assertThat(error("chat.postMessage", "channel=C0PAPERS")).isEqualTo("no_text");
        assertThat(error("chat.postMessage", "channel=C0PAPERS&text=x&blocks=nonsense"))
                .isEqualTo("invalid_blocks_format");
        assertThat(error("chat.postMessage", "channel=C0PAPERS&text=x&blocks=" + encode("[{\"type\":\"marquee\"}]")))
                .isEqualTo("invalid_blocks");
        assertThat(error("chat.postMessage", "channel=C0PAPERS&text=x&metadata=" + encode("{\"event_type\":\"t\"}")))
                .isEqualTo("invalid_metadata_format");
        assertThat(sandbox.violations()).hasSize(4);
        assertThat(sandbox.messages("papers")).isEmpty();
    }

    @Test
    void noticesWhatSlackWouldNotRefuse() throws Exception {
        call("chat.postMessage", "channel=papers&text=" + encode("<!channel> wake up"));
        call("chat.postMessage", "channel=papers&text=" + "x".repeat(40_001));

        assertThat(sandbox.violations()).extracting(Violation::code).containsExactly("broadcast", "msg_too_long");
        assertThat(Json.parse(sandbox.messages("papers").get(1).payload())
                        .orElseThrow()
                        .path("text")
                        .asString())
                .hasSize(40_000);
    }

    @Test
    void knowsWhoMayWhere() throws Exception {
        assertThat(error("chat.postMessage", "channel=C0NOWHERE&text=x")).isEqualTo("channel_not_found");
        sandbox.kick("papers");
        assertThat(error("chat.postMessage", "channel=C0PAPERS&text=x")).isEqualTo("not_in_channel");
        sandbox.invite("papers");
        sandbox.grant(Set.of("commands"));
        JsonNode refused = call("chat.postMessage", "channel=C0PAPERS&text=x");
        assertThat(Json.text(refused, "error")).isEqualTo("missing_scope");
        assertThat(Json.text(refused, "needed")).isEqualTo("chat:write");
        assertThat(Json.text(refused, "provided")).isEqualTo("commands");
        sandbox.assertNoViolations();
    }

    @Test
    void eachKindOfChannelHasItsOwnScope() throws Exception {
        sandbox.grant(Set.of("chat:write", "channels:read"));

        assertThat(call("conversations.info", "channel=C0PAPERS").path("ok").booleanValue())
                .isTrue();
        assertThat(Json.text(call("conversations.info", "channel=C0READING"), "needed"))
                .isEqualTo("groups:read");
        assertThat(Json.text(call("conversations.info", "channel=U0BEN"), "needed"))
                .isEqualTo("im:read");
        sandbox.kick("reading-group");
        assertThat(error("chat.postMessage", "channel=C0READING&text=x")).isEqualTo("channel_not_found");
    }

    @Test
    void tellsABotOnlyWhatItsScopesAllow() throws Exception {
        String ts = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=one"), "ts");
        sandbox.grant(Set.of("chat:write"));

        assertThat(sandbox.command("ben", "papers", "/papers", "").join().text())
                .contains("not a valid command");
        sandbox.react("ben", "papers", ts, "1\uFE0F\u20E3").join();

        assertThat(sandbox.messages("papers").getFirst().reactions()).containsOnlyKeys("one");
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void noticesEveryWayOfCallingPeople() throws Exception {
        for (String element : new String[] {
            "{\"type\":\"broadcast\",\"range\":\"here\"}",
            "{\"type\":\"user\",\"user_id\":\"U0BEN\"}",
            "{\"type\":\"usergroup\",\"usergroup_id\":\"S0ALL\"}"
        }) {
            String blocks = "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                    + element + "]}]}]";
            call("chat.postMessage", "channel=papers&text=x&blocks=" + encode(blocks));
        }
        call("chat.postMessage", "channel=papers&text=" + encode("<@U0BEN> wake up"));

        assertThat(sandbox.violations()).extracting(Violation::code).hasSize(4).containsOnly("broadcast");
    }

    @Test
    void tellsOfPeopleAndChannelsPageByPage() throws Exception {
        assertThat(call("users.info", "user=U0ADA")
                        .path("user")
                        .path("is_admin")
                        .booleanValue())
                .isTrue();
        assertThat(call("users.info", "user=U0BEN")
                        .path("user")
                        .path("is_admin")
                        .booleanValue())
                .isFalse();
        assertThat(Json.text(call("conversations.info", "channel=C0READING").path("channel"), "creator"))
                .isEqualTo("U0BEN");
        JsonNode first = call("conversations.members", "channel=C0PAPERS&limit=3");
        assertThat(first.path("members")).hasSize(3);
        String cursor = encode(Json.text(first.path("response_metadata"), "next_cursor"));
        JsonNode last = call("conversations.members", "channel=C0PAPERS&limit=3&cursor=" + cursor);
        assertThat(last.path("members")).hasSize(1);
        assertThat(Json.text(last.path("response_metadata"), "next_cursor")).isEmpty();
        assertThat(call("conversations.list", "").path("channels")).hasSize(2);
        assertThat(call("conversations.list", "types=public_channel,private_channel")
                        .path("channels"))
                .hasSize(3);
    }

    @Test
    void changesAndDeletesOnlyTheBotsOwnMessages() throws Exception {
        String ts = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=one"), "ts");

        call("chat.update", "channel=C0PAPERS&text=two&ts=" + ts);
        assertThat(sandbox.messages("papers").getFirst().payload()).contains("\"two\"", "edited");
        assertThat(error("chat.update", "channel=C0PAPERS&text=x&ts=1.000000")).isEqualTo("message_not_found");
        call("chat.delete", "channel=C0PAPERS&ts=" + ts);
        assertThat(sandbox.messages("papers")).isEmpty();
    }

    @Test
    void keepsEphemeralMessagesToOnePerson() throws Exception {
        call("chat.postEphemeral", "channel=C0PAPERS&user=U0BEN&text=psst");

        assertThat(sandbox.messages("papers")).isEmpty();
        assertThat(sandbox.messages("papers", "ada")).isEmpty();
        SandboxMessage seen = sandbox.messages("papers", "ben").getFirst();
        assertThat(seen.ephemeralFor()).isEqualTo("U0BEN");
        assertThatThrownBy(() -> sandbox.react("ben", "papers", seen.id(), "bookmark"))
                .hasMessageContaining("no reactions");
    }

    @Test
    void stampsEveryMessageAnewThoughTheClockStandsStill() throws Exception {
        String one = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=one"), "ts");
        String two = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=two"), "ts");

        assertThat(one).startsWith(Instant.parse("2026-11-23T09:00:00Z").getEpochSecond() + ".");
        assertThat(two).isGreaterThan(one);
    }

    @Test
    void enforcesLimitsOnRequest() throws Exception {
        sandbox.enforceRateLimits(true);

        assertThat(peer.send("chat.postMessage", "channel=C0PAPERS&text=1").statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = peer.send("chat.postMessage", "channel=C0PAPERS&text=2");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(peer.send("chat.postMessage", "channel=C0GENERAL&text=1").statusCode())
                .isEqualTo(200);
        time.pass(Duration.ofSeconds(1));
        assertThat(peer.send("chat.postMessage", "channel=C0PAPERS&text=2").statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            assertThat(peer.send("users.list", "").statusCode()).isEqualTo(200);
        }
        assertThat(peer.send("users.list", "").statusCode()).isEqualTo(429);
    }

    @Test
    void givesOutOneAddressAMinuteAndSeveralHundredMessages() throws Exception {
        sandbox.enforceRateLimits(true);

        assertThat(peer.open().statusCode()).isEqualTo(200);
        assertThat(peer.open().statusCode()).isEqualTo(429);
        for (int i = 0; i < 300; i++) {
            time.pass(Duration.ofMillis(100));
            int status = peer.send("chat.postMessage", "channel=" + "NOWHERE" + i + "&text=x")
                    .statusCode();
            assertThat(status).isEqualTo(200);
        }
        assertThat(peer.send("chat.postMessage", "channel=C0GENERAL&text=x").statusCode())
                .isEqualTo(429);
    }

    @Test
    void failsBeforeOrAfterTheWork() throws Exception {
        sandbox.inject(FaultOrder.once(SlackFault.SERVER_ERROR_BEFORE, "chat.postMessage"));
        assertThat(peer.send("chat.postMessage", "channel=C0PAPERS&text=1").statusCode())
                .isEqualTo(503);
        assertThat(sandbox.messages("papers")).isEmpty();

        sandbox.inject(FaultOrder.once(SlackFault.SERVER_ERROR_AFTER, "chat.postMessage"));
        assertThat(peer.send("chat.postMessage", "channel=C0PAPERS&text=2").statusCode())
                .isEqualTo(503);
        assertThat(sandbox.messages("papers")).hasSize(1);

        sandbox.inject(FaultOrder.once(SlackFault.LOST_REQUEST));
        assertThatThrownBy(() -> peer.send("chat.postMessage", "channel=C0PAPERS&text=3"))
                .isInstanceOf(IOException.class);
        sandbox.inject(FaultOrder.once(SlackFault.LOST_REPLY));
        sandbox.clearFaults();
        assertThat(peer.send("chat.postMessage", "channel=C0PAPERS&text=4").statusCode())
                .isEqualTo(200);
    }

    @Test
    void sparesTheFirstOnesOnRequest() throws Exception {
        sandbox.inject(
                FaultOrder.once(SlackFault.SERVER_ERROR_BEFORE, "auth.test").after(2));

        for (int status : new int[] {200, 200, 503, 200}) {
            assertThat(peer.send("auth.test", "").statusCode()).isEqualTo(status);
        }
    }

    @Test
    void keepsWhatTheBotSentAsItSentIt() throws Exception {
        String blocks = "[{\"type\":\"divider\"}]";
        call("chat.postMessage", "channel=C0PAPERS&text=x&blocks=" + encode(blocks));

        assertThat(sandbox.messages("papers").getFirst().payload()).contains("block_id");
        assertThat(sandbox.exchanges().getLast().request()).doesNotContain("block_id");
    }

    @Test
    void worldOutlivesTheProcess() throws Exception {
        String ts = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=kept"), "ts");
        var _ = sandbox.react("ben", "papers", ts, "bookmark");
        sandbox.kick("general");

        try (SlackSandbox again = new SlackSandbox(InstantSource.fixed(Instant.EPOCH))) {
            again.restore(sandbox.snapshot());

            assertThat(again.messages("papers")).isEqualTo(sandbox.messages("papers"));
            assertThat(again.messages("papers").getFirst().reactions()).containsOnlyKeys("bookmark");
            assertThat(again.snapshot()).isEqualTo(sandbox.snapshot());
            assertThatThrownBy(() -> again.restore("[]")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatWasAnsweredIsRecordedAndCanBeMadeAgain() throws Exception {
        List<String> journal = new CopyOnWriteArrayList<>();
        sandbox.onRecord(journal::add);
        String kept = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=kept"), "ts");
        String gone = Json.text(call("chat.postMessage", "channel=C0PAPERS&text=gone"), "ts");
        call("chat.update", "channel=C0PAPERS&text=changed&ts=" + kept);
        call("chat.delete", "channel=C0PAPERS&ts=" + gone);
        var _ = sandbox.react("ben", "papers", kept, "bookmark");
        sandbox.kick("general");

        try (SlackSandbox again = new SlackSandbox(InstantSource.fixed(Instant.EPOCH))) {
            journal.forEach(again::replay);
            journal.forEach(again::replay);
            assertThat(again.messages("papers")).isEqualTo(sandbox.messages("papers"));
            assertThat(again.snapshot()).isEqualTo(sandbox.snapshot());
            assertThatThrownBy(() -> again.replay("{\"chan")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
