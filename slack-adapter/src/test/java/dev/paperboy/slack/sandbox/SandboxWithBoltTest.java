package dev.paperboy.slack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's deadlines and retries as a plain Bolt app meets them; only the hand moves time. */
class SandboxWithBoltTest {

    private final HandTime time = new HandTime();
    private final Peer peer = peer(time);

    private static Peer peer(HandTime time) {
        try {
            return new Peer(new SlackSandbox(InstantSource.system(), time, time).start(0));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final CompletableFuture<String> responseUrl = new CompletableFuture<>();

    @BeforeEach
    void connect() throws Exception {
        peer.app.command("/text", (request, ctx) -> ctx.ack("said at once"));
        peer.app.command("/url", (request, ctx) -> {
            responseUrl.complete(request.getPayload().getResponseUrl());
            return ctx.ack();
        });
        peer.connect();
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private HttpResponse<String> respond(String json) throws Exception {
        return peer.post(URI.create(get(responseUrl)), "application/json", json);
    }

    @Test
    void anAcknowledgementMayCarryTheAnswer() {
        SandboxReply reply = get(peer.sandbox.command("ben", "papers", "/text", ""));

        assertThat(reply)
                .extracting(SandboxReply::ok, SandboxReply::ephemeral, SandboxReply::text)
                .containsExactly(true, true, "said at once");
        peer.sandbox.assertNoViolations();
    }

    @Test
    void aCommandWithoutAcknowledgementFailsAfterThreeSeconds() {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        peer.app.command("/slow", (request, ctx) -> {
            gate.join();
            return ctx.ack();
        });
        CompletableFuture<SandboxReply> reply = peer.sandbox.command("ben", "papers", "/slow", "");
        await().until(() -> time.waiting() > 0);

        time.pass(Duration.ofSeconds(2));
        assertThat(reply).isNotDone();
        time.pass(Duration.ofSeconds(1));

        assertThat(get(reply).ok()).isFalse();
        assertThat(get(reply).text()).contains("operation_timeout");
        gate.complete(true);
        await().untilAsserted(() -> assertThat(peer.sandbox.violations())
                .extracting(Violation::code)
                .containsExactly("no_ack", "late_ack"));
    }

    @Test
    void aResponseUrlTakesFivePostsInHalfAnHour() throws Exception {
        CompletableFuture<SandboxReply> reply = peer.sandbox.command("ben", "papers", "/url", "");

        assertThat(respond("{\"text\":\"first\"}").statusCode()).isEqualTo(200);
        assertThat(get(reply).text()).isEqualTo("first");
        for (int i = 0; i < 4; i++) {
            assertThat(respond("{\"text\":\"more\",\"response_type\":\"in_channel\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(respond("{\"text\":\"sixth\"}").body()).contains("used_url");
        assertThat(peer.sandbox.messages("papers")).hasSize(4);
        assertThat(peer.sandbox.messages("papers", "ben")).hasSize(5);
    }

    @Test
    void aResponseUrlExpires() throws Exception {
        var _ = peer.sandbox.command("ben", "papers", "/url", "");
        String url = get(responseUrl);
        await().until(() -> peer.sandbox.exchanges().stream()
                .anyMatch(exchange -> exchange.name().equals("/url")));
        time.pass(Duration.ofMinutes(31));

        assertThat(peer.post(URI.create(url), "application/json", "{\"text\":\"late\"}")
                        .body())
                .contains("expired_url");
        assertThat(peer.sandbox.violations()).extracting(Violation::where).containsExactly("response_url");
    }

    @Test
    void anEventIsRepeatedThreeTimesWithTheSameId() throws Exception {
        List<String> ids = new CopyOnWriteArrayList<>();
        peer.app.event(ReactionAddedEvent.class, (payload, ctx) -> {
            ids.add(payload.getEventId());
            throw new IllegalStateException("never acknowledged");
        });
        String message = peer.methods()
                .chatPostMessage(r -> r.channel("C0PAPERS").text("x"))
                .getTs();
        CompletableFuture<SandboxReply> reply = peer.sandbox.react("ben", "papers", message, "bookmark");

        for (Duration pass : List.of(
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofMinutes(1),
                Duration.ofSeconds(3),
                Duration.ofMinutes(5),
                Duration.ofSeconds(3))) {
            int before = ids.size();
            await().until(() -> time.waiting() > 0);
            time.pass(pass);
            if (pass.compareTo(Duration.ofSeconds(3)) > 0) {
                await().until(() -> ids.size() > before);
            }
        }

        assertThat(get(reply).ok()).isFalse();
        assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
    }

    @Test
    void theHomeTabIsAnsweredByPublishing() throws Exception {
        peer.app.event(AppHomeOpenedEvent.class, (payload, ctx) -> {
            String view = "{\"type\":\"home\",\"blocks\":[{\"type\":\"section\",\"text\":"
                    + "{\"type\":\"plain_text\",\"text\":\"welcome\"}}]}";
            ctx.client()
                    .viewsPublish(r -> r.userId(payload.getEvent().getUser()).viewAsString(view));
            return ctx.ack();
        });

        SandboxReply reply = get(peer.sandbox.openHome("ada"));

        assertThat(reply.text()).isEqualTo("welcome");
        assertThat(peer.sandbox.home("ada").orElseThrow()).contains("welcome");
        peer.sandbox.assertNoViolations();
    }

    @Test
    void aTriggerDiesAfterThreeSeconds() throws Exception {
        CompletableFuture<String> trigger = new CompletableFuture<>();
        peer.app.command("/modal", (request, ctx) -> {
            trigger.complete(request.getPayload().getTriggerId());
            return ctx.ack();
        });
        var _ = peer.sandbox.command("ben", "papers", "/modal", "");
        String id = get(trigger);
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"t\"},"
                + "\"blocks\":[{\"type\":\"divider\"}]}";

        assertThat(peer.methods()
                        .viewsOpen(r -> r.triggerId(id).viewAsString(view))
                        .isOk())
                .isTrue();
        time.pass(Duration.ofSeconds(4));
        assertThat(peer.methods()
                        .viewsOpen(r -> r.triggerId(id).viewAsString(view))
                        .getError())
                .isEqualTo("expired_trigger_id");
    }

    @Test
    void theReplyShowsWhatTheBotSent() throws Exception {
        CompletableFuture<SandboxReply> reply = peer.sandbox.command("ben", "papers", "/url", "");
        get(responseUrl);

        peer.methods().chatPostMessage(r -> r.channel("C0PAPERS").blocksAsString("[{\"type\":\"divider\"}]"));

        assertThat(get(reply).payload()).contains("divider").doesNotContain("block_id");
    }

    @Test
    void aScheduledPostAnswersNobody() throws Exception {
        CompletableFuture<SandboxReply> reply = peer.sandbox.command("ben", "papers", "/url", "");
        get(responseUrl);

        peer.methods()
                .chatPostMessage(r -> r.channel("C0PAPERS")
                        .text("the morning edition")
                        .metadataAsString(
                                "{\"event_type\":\"paperboy_post\",\"event_payload\":{\"delivery_key\":\"k\"}}"));
        assertThat(reply).isNotDone();
        peer.methods().chatPostMessage(r -> r.channel("C0PAPERS").text("the answer"));

        assertThat(get(reply).text()).isEqualTo("the answer");
    }
}
