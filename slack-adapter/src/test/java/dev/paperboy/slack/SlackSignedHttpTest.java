package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlackSignedHttpTest {

    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig = new Rig(Rig.Mode.HTTP, bot);

    private static final String SECRET = "secret";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private Set<String> provoked = Set.of();

    @AfterEach
    void nothingWasBroken() {
        try {
            rig.sandbox.assertNoViolationsBut(provoked);
        } finally {
            rig.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_SIGNATURE", "MISSING_SIGNATURE", "STALE_SIGNATURE", "FUTURE_SIGNATURE"})
    void aForgedRequestIsRefusedAndTheRealOneTaken(SlackFault forgery) {
        rig.start();
        rig.sandbox.inject(FaultOrder.once(forgery));

        assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "help")).ok())
                .isTrue();

        assertThat(rig.sandbox.exchanges())
                .filteredOn(exchange -> exchange.kind() == Exchange.Kind.HTTP)
                .extracting(Exchange::status)
                .containsExactly(401, 200);
        assertThat(bot.calls).hasSize(1);
    }

    @Test
    void aTrailingNewlineAndForeignLettersKeepTheSignatureValid() {
        rig.start();
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search 日本語 ∑ émigré"))
                .messageId();
        rig.sandbox.inject(FaultOrder.once(SlackFault.TRAILING_NEWLINE));

        assertThat(get(rig.sandbox.react("ben", "papers", message, "bookmark")).ok())
                .isTrue();

        assertThat(bot.calls.getFirst().request().text()).isEqualTo("search -- 日本語 ∑ émigré");
        assertThat(bot.reactions).hasSize(1);
    }

    @Test
    void slackMayVerifyTheAddress() {
        rig.start();

        assertThat(get(rig.sandbox.verifyRequestUrl())).isTrue();
    }

    @Test
    void beforeItIsReadyNothingIsTaken() {
        provoked = Set.of(SlackSandbox.NO_ACK);
        assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "help")).ok())
                .isFalse();
        assertThat(rig.surface.connected()).isFalse();
    }

    @Test
    void aClickThatCannotBeReadIsAcknowledgedAllTheSame() {
        rig.start();
        String body = "payload="
                + URLEncoder.encode(
                        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T0PAPERLAB\"},\"user\":{\"id\":\"U0BEN\"},"
                                + "\"actions\":[{\"action_id\":\"b1\",\"value\":\"help\"}]}",
                        StandardCharsets.UTF_8);

        try (LogTrap trap = new LogTrap(SlackInbound.class)) {
            assertThat(handle(
                            rig.connection.requests().orElseThrow(),
                            rig.sandbox.signingSecret(),
                            body,
                            InstantSource.system().instant(),
                            0))
                    .isEqualTo(200);
            assertThat(trap.lines()).anySatisfy(line -> assertThat(line).contains("click"));
        }
    }

    @Test
    void unsignedRubbishIsRefusedUnread() {
        SlackRequests requests = new SlackRequests("secret", InstantSource.system());

        assertThat(requests.handle("{".getBytes(StandardCharsets.UTF_8), Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(requests.handle(
                                "x".getBytes(StandardCharsets.UTF_8),
                                Map.of(
                                        "X-Slack-Request-Timestamp",
                                        List.of("soon"),
                                        "X-Slack-Signature",
                                        List.of("v0=1")))
                        .status())
                .isEqualTo(401);
        SlackRequests.Answer large = requests.handle(new byte[SlackLimits.REQUEST_BYTES + 1], Map.of());
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.headers()).containsEntry("X-Slack-No-Retry", "1");
    }

    /** 503 is the answer to what is genuine, as long as the door is not open. */
    @ParameterizedTest
    @CsvSource({"0, 503", "299, 503", "301, 401", "-59, 503", "-61, 401"})
    void takesWhatIsSignedOverItsOwnBytesAndNeitherStaleNorFromTheFuture(int age, int status) {
        SlackRequests requests = new SlackRequests(SECRET, InstantSource.fixed(NOW));

        assertThat(handle(requests, SECRET, "{\"text\":\"日本語 ∑ émigré 🔖\"}\n", NOW, age))
                .isEqualTo(status);
    }

    @Test
    void theOperatorReadsWhyARequestIsRefusedButNotForEachOne() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SlackRequests requests = new SlackRequests(SECRET, now::get);
        try (LogTrap trap = new LogTrap(SlackRequests.class)) {
            handle(requests, "another secret", "x", NOW, 0);
            handle(requests, SECRET, "x", NOW, 400);
            requests.handle("x".getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(trap.lines()).hasSize(1).first().asString().contains("1 request", "wrong");

            now.set(NOW.plusSeconds(60));
            handle(requests, SECRET, "x", now.get(), 400);
            assertThat(trap.lines()).hasSize(2).last().asString().contains("3 request", "stale, by 400 s");
        }
    }

    private static int handle(SlackRequests requests, String secret, String body, Instant now, int age) {
        String timestamp = Long.toString(now.minusSeconds(age).getEpochSecond());
        String signature = new SlackSignature.Generator(secret).generate(timestamp, body);
        return requests.handle(
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "X-Slack-Request-Timestamp", List.of(timestamp),
                                "X-Slack-Signature", List.of(signature),
                                "Content-Type", List.of("application/x-www-form-urlencoded")))
                .status();
    }
}
