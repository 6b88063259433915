package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackStartTest {

    private static final SlackRenderer RENDERER = new SlackRenderer(new InMemoryRequestKeys());

    private final SlackSandbox sandbox = new SlackSandbox(InstantSource.system()).start(0);
    private final ScriptedBot bot = new ScriptedBot();
    private final SlackInbound inbound = new SlackInbound(
            bot, new SlackCommands(SampleCommands.CATALOGUE), RENDERER, Request.of(SampleCommands.TRENDING));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private SlackSurface surface(String botToken, String appToken) {
        return surface(sandbox.apiUrl(), botToken, appToken);
    }

    private static SlackSurface surface(URI apiUrl, String botToken, String appToken) {
        SlackAccess access = new SlackAccess(apiUrl, botToken, new SlackAccess.Socket(appToken));
        return new SlackSurface(new SlackConnection(access, InstantSource.system()), RENDERER);
    }

    @Test
    void aVoidBotTokenIsSaidAtOnceAndNotRepeated() {
        try (SlackSurface surface = surface("xoxb-void-secret", sandbox.appToken())) {
            assertThatThrownBy(() -> surface.start(inbound))
                    .isInstanceOfSatisfying(
                            ChatException.class, e -> assertThat(e.kind()).isEqualTo(ChatException.Kind.REFUSED))
                    .hasMessageContaining("Slack refuses the bot token")
                    .hasMessageContaining("invalid_auth")
                    .hasMessageNotContaining("xoxb-void-secret");
            assertThat(surface.connected()).isFalse();
        }
    }

    @Test
    void aVoidAppTokenIsSaidAtOnce() {
        try (SlackSurface surface = surface(sandbox.botToken(), "xapp-void-secret")) {
            assertThatThrownBy(() -> surface.start(inbound))
                    .isInstanceOf(ChatException.class)
                    .hasMessageContaining("Slack refuses the app token")
                    .hasMessageNotContaining("xapp-void-secret");
        }
    }

    @Test
    void reactionsFromBeforeTheStartAreRead() {
        MessageRef post = posted();
        var _ = sandbox.react("ben", "papers", post.id(), "bookmark");
        var _ = sandbox.react("ada", "papers", post.id(), "tada");
        bot.posts.add(new MessageRef(post.channel(), "1.000000"));
        bot.posts.add(post);

        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);

            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(bot.read).containsExactly(saved(post)));
        }
    }

    @Test
    void reactionsUnderOneMessageAreReadOnRequest() {
        MessageRef post = posted();
        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);
            var _ = sandbox.react("ben", "papers", post.id(), "bookmark");

            surface.readReactions(post);

            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(bot.read).containsExactly(saved(post)));
        }
    }

    @Test
    void whereSlackGivesNoAnswerItIsAskedAgain() {
        MessageRef post = posted();
        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);
            var _ = sandbox.react("ben", "papers", post.id(), "bookmark");
            sandbox.inject(FaultOrder.once(SlackFault.SERVER_ERROR_BEFORE, "reactions.get"));

            surface.readReactions(post);

            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(bot.read).containsExactly(saved(post)));
        }
    }

    /** By a bot that is gone now. */
    private MessageRef posted() {
        ChannelRef papers = new ChannelRef(Platform.SLACK, sandbox.teamId(), "C0PAPERS");
        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            return surface.post(papers, ScriptedBot.sample("card-usual"), "edition-1");
        }
    }

    private Map.Entry<MessageRef, Map<Emoji, Set<UserRef>>> saved(MessageRef post) {
        UserRef ben = new UserRef(Platform.SLACK, sandbox.teamId(), "U0BEN");
        return Map.entry(post, Map.of(Emoji.BOOKMARK, Set.of(ben)));
    }

    @Test
    void tooManyCallsAtTheStartAreWaitedFor() {
        sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "auth.test"));
        sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "apps.connections.open"));

        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);

            assertThat(surface.connected()).isFalse();
            await().atMost(Rig.PATIENCE).until(surface::connected);
        }
    }

    @Test
    void passingTroubleAtTheStartIsWaitedFor() {
        sandbox.inject(FaultOrder.once(SlackFault.INTERNAL_ERROR, "auth.test"));
        sandbox.inject(FaultOrder.once(SlackFault.INTERNAL_ERROR, "apps.connections.open"));

        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);

            assertThat(surface.connected()).isFalse();
            await().atMost(Rig.PATIENCE).until(surface::connected);
        }
    }

    /** Slack promises no more than one address a minute. */
    @Test
    void aStartAsksForOneAddressAndOnceWhoWeAre() {
        sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "apps.connections.open")
                .after(1));
        sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "auth.test").after(1));

        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);
            await().atMost(Rig.PATIENCE).until(surface::connected);
        }

        await().atMost(Rig.PATIENCE).until(() -> sandbox.connections() == 0);
        assertThat(sandbox.exchanges())
                .extracting(Exchange::name)
                .containsExactly("auth.test", "apps.connections.open");
    }

    @Test
    void overHttpABusySlackIsWaitedForAndTheDoorOpensThen() {
        sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "auth.test"));
        SlackAccess access = new SlackAccess(
                sandbox.apiUrl(), sandbox.botToken(), new SlackAccess.SignedHttp(sandbox.signingSecret()));
        SlackConnection connection = new SlackConnection(access, InstantSource.system());

        try (SlackSurface surface = new SlackSurface(connection, RENDERER)) {
            surface.start(inbound);

            assertThat(surface.connected()).isFalse();
            await().atMost(Rig.PATIENCE).until(surface::connected);
            assertThat(connection.requests().orElseThrow().isServing()).isTrue();
        }
        assertThat(connection.requests().orElseThrow().isServing()).isFalse();
    }

    @Test
    void aRefusedWebSocketIsTriedAgain() {
        sandbox.inject(new FaultOrder(SlackFault.SOCKET_REFUSED, "*", 1, Duration.ZERO));

        try (SlackSurface surface = surface(sandbox.botToken(), sandbox.appToken())) {
            surface.start(inbound);

            await().atMost(Rig.PATIENCE).until(surface::connected);
        }
    }

    @Test
    void anUnreachableSlackIsNoReasonToStop() {
        URI gone = sandbox.apiUrl();
        sandbox.close();

        try (SlackSurface surface = surface(gone, "xoxb-x", "xapp-x")) {
            surface.start(inbound);

            assertThat(surface.connected()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:1/api/", "http://LocalHost:1/api/", "http://[::1]:1/api/"})
    void thisMachineHasSeveralNames(String name) {
        SlackAccess access = new SlackAccess(URI.create(name), "t", new SlackAccess.Socket("x"));

        assertThat(access.isLoopback()).isTrue();
        assertThat(access.isSlack(URI.create("http://127.0.0.1:2/response/x"))).isTrue();
        assertThat(access.isSlack(URI.create("https://hooks.slack.com/x"))).isFalse();
    }

    @Test
    void accessShowsNoSecretAndRefusesPlainHttpElsewhere() {
        SlackAccess access = new SlackAccess(SlackAccess.SLACK, "xoxb-secret", new SlackAccess.Socket("xapp-secret"));

        assertThat(access.toString()).doesNotContain("secret").contains("***");
        assertThatThrownBy(() -> new SlackAccess(URI.create("http://slack.example/api/"), "t", access.transport()))
                .hasMessageContaining("loopback");
    }
}
