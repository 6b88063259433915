package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SlackFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackSurfaceTest {

    private static final ChannelRef PAPERS = new ChannelRef(Platform.SLACK, "T0PAPERLAB", "C0PAPERS");

    private final Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot());

    @AfterEach
    void nothingWasBroken() {
        try {
            rig.sandbox.assertNoViolations();
        } finally {
            rig.close();
        }
    }

    private MessageRef post(String key) {
        return rig.surface.post(PAPERS, ScriptedBot.sample("card-usual"), key);
    }

    private ChatException refusedPost() {
        return catchThrowableOfType(ChatException.class, () -> post("key"));
    }

    private List<Integer> statuses() {
        return rig.sandbox.exchanges().stream()
                .filter(exchange -> exchange.name().equals("chat.postMessage"))
                .map(Exchange::status)
                .toList();
    }

    @Test
    void postsBeforeAndWithoutAConnection() {
        MessageRef message = post("edition-7");

        SandboxMessage posted = rig.sandbox.messages("papers").getFirst();
        assertThat(message).isEqualTo(new MessageRef(PAPERS, posted.id()));
        assertThat(posted.payload()).contains("\"delivery_key\":\"edition-7\"", "Attention Is All You Need");
    }

    @Test
    void keepsSlacksPaceInsteadOfRunningIntoIt() {
        rig.sandbox.enforceRateLimits(true);

        IntStream.range(0, 3).parallel().forEach(i -> post("key " + i));

        assertThat(statuses()).containsExactly(200, 200, 200);
    }

    @Test
    void waitsAsLongAsSlackSays() {
        rig.sandbox.inject(new FaultOrder(SlackFault.RATE_LIMITED, "chat.postMessage", 2, Duration.ofSeconds(1)));

        post("key");

        assertThat(statuses()).containsExactly(429, 429, 200);
    }

    @Test
    void handsALongWaitBack() {
        rig.sandbox.inject(new FaultOrder(SlackFault.RATE_LIMITED, "chat.postMessage", 1, Duration.ofMinutes(5)));

        ChatException refused = refusedPost();

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.RATE_LIMITED);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void saysWhenItMayNot() {
        rig.sandbox.kick("papers");

        ChatException refused = refusedPost();

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.REFUSED);
        assertThat(refused).hasMessageContaining("not_in_channel");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_REPLY", "UNREADABLE", "EMPTY"})
    void saysThatItDoesNotKnowWhetherAPostStands(SlackFault fault) {
        rig.sandbox.inject(FaultOrder.once(fault, "chat.postMessage"));

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNKNOWN);

        assertThat(statuses()).hasSize(1);
        assertThat(rig.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aServerErrorIsTroubleThatPasses() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.SERVER_ERROR_BEFORE, "chat.postMessage"));
        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
        rig.sandbox.inject(FaultOrder.once(SlackFault.INTERNAL_ERROR, "chat.postMessage"));
        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        rig.sandbox.close();

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
    }

    @Test
    void aMessageThatCannotBeMadeIsADefectOfOurs() {
        Content broken = Notice.info("Open?", "")
                .offering(List.of(new Button.Ask(
                        "Again", Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, "q".repeat(3900)))));

        ChatException refused = catchThrowableOfType(
                ChatException.class,
                () -> new SlackSurface(rig.connection, new SlackRenderer(new LostKeys())).post(PAPERS, broken, "key"));

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.MALFORMED);
    }

    /** Fails at every key. */
    private static final class LostKeys implements RequestKeys {
        @Override
        public String keyOf(String requestText) {
            throw new IllegalStateException("a bug of ours");
        }

        @Override
        public Optional<String> textOf(String key) {
            return Optional.empty();
        }
    }

    @Test
    void showsATokenToNobody() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.INVALID_AUTH, "chat.postMessage"));

        assertThat(refusedPost()).hasMessageContaining("invalid_auth").hasMessageNotContaining(rig.sandbox.botToken());
    }

    @Test
    void respondsToSlackAlone() {
        SlackAccess real = new SlackAccess(SlackAccess.SLACK, "xoxb-x", new SlackAccess.Socket("xapp-x"));
        try (SlackClient client = new SlackClient(real)) {
            assertThatThrownBy(() -> client.respond("https://evil.example/hook", SlackJson.object()))
                    .hasRootCauseMessage("refused to call evil.example, which is not Slack");
        }
    }
}
