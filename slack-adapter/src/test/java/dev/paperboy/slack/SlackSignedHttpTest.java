package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackSignedHttpTest {

    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig = new Rig(Rig.Mode.HTTP, bot);

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
}
