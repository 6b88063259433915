package dev.paperboy.discord.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the stand-in refuses, asked without any library that would refuse it first. */
class SandboxRulesTest {
    private final ShiftableTicker ticker = new ShiftableTicker();
    private final DiscordSandbox sandbox = new DiscordSandbox(InstantSource.system(), ticker.pace());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() {
        sandbox.start();
    }

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.restUrl() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bot " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private HttpResponse<String> post(String body) {
        String channel = sandbox.channel("papers").id();
        return send("POST", "channels/" + channel + "/messages", body.replace('\'', '"'), sandbox.botToken());
    }

    /** Expects a refused form with a problem at a JSON pointer below {@code errors}. */
    private void refused(String body, String pointer) {
        ticker.advance(Duration.ofSeconds(5));
        HttpResponse<String> response = post(body);
        JsonNode answer = Json.MAPPER.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(answer.path("code").asInt()).isEqualTo(50035);
        assertThat(answer.path("errors").at(pointer + "/_errors/0/code").asString(""))
                .as(response.body())
                .isNotEmpty();
        assertThat(sandbox.violations()).isNotEmpty();
        assertThat(sandbox.messages("papers")).isEmpty();
    }

    @Test
    void whatFitsIsTaken() {
        assertThat(post("{'content':'" + "x".repeat(2000) + "'}").statusCode()).isEqualTo(200);
        assertThat(post("{'content':'" + "📄".repeat(2000) + "'}").statusCode()).isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        refused("{'content':'" + "x".repeat(2001) + "'}", "/content");
        refused("{'content':'x','nonce':'" + "n".repeat(26) + "'}", "/nonce");
        refused("{'embeds':[{'title':'" + "x".repeat(257) + "'}]}", "/embeds/0/title");
        refused("{'embeds':[{'fields':[{'name':'','value':'x'}]}]}", "/embeds/0/fields/0/name");
        refused("{'embeds':[{'fields':[{'name':'x','value':''}]}]}", "/embeds/0/fields/0/value");
        refused("{'embeds':[{'title':'x','url':'javascript:alert(1)'}]}", "/embeds/0/url");
        refused("{'embeds':[{}]}", "/embeds/0/description");
    }

    @Test
    void sixThousandCharactersCountOverAllEmbeds() {
        String embed = "{'description':'" + "x".repeat(3001) + "'}";

        refused("{'embeds':[" + embed + "," + embed + "]}", "/embeds");
    }

    @Test
    void componentsMustFit() {
        String button = "{'type':2,'style':1,'label':'x','custom_id':'%s'}";
        String row = "{'type':1,'components':[%s]}";
        refused(
                "{'content':'x','components':[" + row.formatted(button.formatted("a") + "," + button.formatted("a"))
                        + "]}",
                "/components/0/components/1/custom_id");
        refused(
                "{'content':'x','components':[" + row.formatted(button.formatted("a".repeat(101))) + "]}",
                "/components/0/components/0/custom_id");
        refused(
                "{'content':'x','components':[" + row.formatted("{'type':2,'style':5,'label':'x'}") + "]}",
                "/components/0/components/0/url");
        refused("{'content':'x','components':[{'type':10,'content':'x'}]}", "/components/0/type");
        refused("{'flags':32768,'content':'x','components':[{'type':10,'content':'y'}]}", "/content");
        refused("{'flags':32768,'components':[{'type':10,'content':'" + "x".repeat(4001) + "'}]}", "/components");
        refused(
                "{'flags':32768,'components':[{'type':9,'components':[{'type':10,'content':'x'}]}]}",
                "/components/0/accessory");
        String[] texts = new String[41];
        Arrays.fill(texts, "{'type':10,'content':'x'}");
        refused("{'flags':32768,'components':[" + String.join(",", texts) + "]}", "/components");
    }

    @Test
    void theRestOfTheRules() {
        refused("{'content':'x','colour':'red'}", "/colour");
        refused("{'content':'x','flags':64}", "/flags");
        refused("{'content':'x','allowed_mentions':{'parse':['all']}}", "/allowed_mentions/parse");
        refused("{'content':'x','allowed_mentions':{'pars':[]}}", "/allowed_mentions/pars");
        refused("{'embeds':[{'title':'x','footer':{'txt':'y'}}]}", "/embeds/0/footer/txt");
        assertThat(post("{'content':' '}").body()).contains("50006");
        assertThat(post("{").body()).contains("50109");
    }

    @ParameterizedTest
    @CsvSource({"papers,wrong,401,0", "1,right,404,10003"})
    void strangersAndStrangePlaces(String channel, String token, int status, int code) {
        String id = channel.equals("papers") ? sandbox.channel("papers").id() : channel;

        HttpResponse<String> response =
                send("POST", "channels/" + id + "/messages", "{\"content\":\"x\"}", right(token));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Json.MAPPER.readTree(response.body()).path("code").asInt()).isEqualTo(code);
    }

    private String right(String token) {
        return token.equals("right") ? sandbox.botToken() : token;
    }

    @Test
    void aLostRightIsAnsweredButNobodysFault() {
        sandbox.inject(DiscordFault.REVOKE_SEND.once());
        assertThat(post("{'content':'x'}").body()).contains("50013");

        sandbox.inject(DiscordFault.RESTORE_SEND.once());
        assertThat(post("{'content':'x'}").statusCode()).isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void aMessageHasOneThread() {
        String message =
                Json.MAPPER.readTree(post("{'content':'x'}").body()).path("id").asString();
        String path = "channels/" + sandbox.channel("papers").id() + "/messages/" + message + "/threads";

        HttpResponse<String> opened = send("POST", path, "{\"name\":\"talk\"}", sandbox.botToken());
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(Json.MAPPER.readTree(opened.body()).path("id").asString()).isEqualTo(message);
        assertThat(send("POST", path, "{\"name\":\"talk\"}", sandbox.botToken()).body())
                .contains("160004");
        sandbox.assertNoViolations();

        for (String wrong : List.of("{}", "{\"name\":\" \"}", "{\"name\":\"" + "x".repeat(101) + "\"}")) {
            assertThat(send("POST", path, wrong, sandbox.botToken()).body()).contains("50035");
        }
        assertThat(sandbox.violations()).hasSize(3);
    }

    @Test
    void aLostRightToOpenThreadsIsAnswered() {
        String message =
                Json.MAPPER.readTree(post("{'content':'x'}").body()).path("id").asString();
        String path = "channels/" + sandbox.channel("papers").id() + "/messages/" + message + "/threads";
        sandbox.inject(DiscordFault.REVOKE_THREADS.once());
        assertThat(send("POST", path, "{\"name\":\"talk\"}", sandbox.botToken()).body())
                .contains("50013");

        sandbox.inject(DiscordFault.RESTORE_THREADS.once());
        assertThat(send("POST", path, "{\"name\":\"talk\"}", sandbox.botToken()).statusCode())
                .isEqualTo(201);
        sandbox.assertNoViolations();
    }

    @Test
    void aHiddenChannelIsOutOfReach() {
        sandbox.inject(DiscordFault.HIDE_CHANNEL.once());
        assertThat(post("{'content':'x'}").body()).contains("50001");

        sandbox.inject(DiscordFault.SHOW_CHANNEL.once());
        assertThat(post("{'content':'x'}").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatNeverSendsAHeartbeatIsClosed() {
        DiscordSandbox impatient = new DiscordSandbox(
                        InstantSource.system(), SandboxPace.real().withHeartbeat(Duration.ofMillis(50)))
                .start();
        CompletableFuture<Integer> closed = new CompletableFuture<>();

        var _ = http.newWebSocketBuilder().buildAsync(URI.create(impatient.gatewayUrl()), new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
            }
        });

        assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4009);
        impatient.close();
    }

    @Test
    void theSixthMessageInFiveSecondsIsTooMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(post("{'content':'x'}").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> sixth = post("{'content':'x'}");

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Via")).isPresent();
        assertThat(sixth.headers().firstValue("Retry-After").orElse("")).matches("[1-5]");
        assertThat(sixth.headers().firstValue("X-RateLimit-Scope")).contains("user");
        assertThat(Json.MAPPER.readTree(sixth.body()).path("retry_after").isNumber())
                .isTrue();
    }

    @Test
    void cloudflareBansWithoutVia() {
        sandbox.inject(DiscordFault.HTTP_429_WITHOUT_VIA.once());

        HttpResponse<String> response = post("{'content':'x'}");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Via")).isEmpty();
    }

    @Test
    void commandsMustFitTheirRules() {
        String path = "applications/" + sandbox.applicationId() + "/commands";
        String good = "[{'name':'papers','description':'x','options':[{'type':3,'name':'q','description':'x'}]}]";
        assertThat(send("PUT", path, good.replace('\'', '"'), sandbox.botToken())
                        .statusCode())
                .isEqualTo(200);
        for (String bad : new String[] {
            "[{'name':'Papers','description':'x'}]",
            "[{'name':'papers','description':''}]",
            "[{'name':'papers','description':'x','options':[{'type':4,'name':'q','description':'x','max_length':5}]}]",
            "[{'name':'papers','description':'x','colour':'red'}]",
            "[{'name':'a','description':'x'},{'name':'a','description':'x'}]",
        }) {
            assertThat(send("PUT", path, bad.replace('\'', '"'), sandbox.botToken())
                            .statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(sandbox.commands()).singleElement().asString().contains("\"name\":\"papers\"");
    }

    @Test
    void mentionsFireOnlyWhereTheyMay() {
        String ben = sandbox.user("ben").id();
        post("{'content':'@everyone <@" + ben + ">'}");
        post("{'content':'@everyone <@" + ben + ">','allowed_mentions':{'parse':[]}}");
        post("{'embeds':[{'title':'@everyone <@" + ben + ">'}]}");

        assertThat(sandbox.messages("papers"))
                .extracting(
                        message -> message.payload().path("mention_everyone").asBoolean(false))
                .containsExactly(true, false, false);
        assertThat(sandbox.messages("papers"))
                .extracting(message -> message.payload().path("mentions").size())
                .containsExactly(1, 0, 0);
    }

    @Test
    void anUnknownRouteIsAViolation() {
        assertThat(send("GET", "users/@me/guilds/9/secrets", "", sandbox.botToken())
                        .statusCode())
                .isEqualTo(404);
        assertThat(sandbox.violations()).hasSize(1);
    }
}
