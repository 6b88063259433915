package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SlackFault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackReconnectTest {

    @ParameterizedTest
    @EnumSource(names = {"SOCKET_REFRESH", "SOCKET_CUT", "SOCKET_GOING_AWAY", "SOCKET_HALF_OPEN"})
    void aLostConnectionIsFoundAndReplaced(SlackFault fault) {
        try (Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot()).start()) {
            long before = opened(rig);

            rig.sandbox.inject(FaultOrder.once(fault));

            await().atMost(Rig.PATIENCE).until(() -> opened(rig) > before && rig.surface.connected());
            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "help"))
                                    .ok())
                            .isTrue());
        }
    }

    /** Slack itself does not repeat for long what nobody was there to hear. */
    @Test
    void reactionsOfTheTimeWithoutAConnectionAreRead() {
        ScriptedBot bot = new ScriptedBot();
        try (Rig rig = new Rig(Rig.Mode.SOCKET, bot).start()) {
            MessageRef post = rig.surface.post(
                    new ChannelRef(Platform.SLACK, rig.sandbox.teamId(), "C0PAPERS"),
                    ScriptedBot.sample("card-usual"),
                    "edition-1");
            await().atMost(Rig.PATIENCE).until(() -> bot.asked.get() == 1);
            bot.posts.add(post);
            bot.beforeReaction = () -> {
                throw new IllegalStateException("the event gets lost");
            };
            var _ = rig.sandbox.react("ben", "papers", post.id(), "bookmark");

            rig.sandbox.inject(FaultOrder.once(SlackFault.SOCKET_CUT));

            UserRef ben = new UserRef(Platform.SLACK, rig.sandbox.teamId(), "U0BEN");
            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(bot.read).containsEntry(post, Map.of(Emoji.BOOKMARK, Set.of(ben))));
        }
    }

    @Test
    void nothingIsLeftOpenWhenItIsClosedWhileBoltLooksAtItsConnection() {
        try (Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot()).start()) {
            long before = opened(rig);
            await().atMost(Rig.PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(SlackReconnectTest::boltLooksAtItsConnection);

            rig.surface.close();

            await().during(Duration.ofSeconds(1))
                    .atMost(Rig.PATIENCE)
                    .until(() -> rig.sandbox.connections() == 0 && opened(rig) == before);
        }
    }

    @Test
    void aConnectionThatIsStillBeingOpenedIsClosedToo() {
        try (Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot())) {
            rig.open();

            rig.surface.close();

            await().during(Duration.ofSeconds(1)).atMost(Rig.PATIENCE).until(() -> rig.sandbox.connections() == 0);
        }
    }

    @Test
    void aReplacementThatSlackRefusesForAWhileLeavesNothingBehind() {
        try (Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot()).start()) {
            rig.sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "apps.connections.open"));
            rig.sandbox.inject(FaultOrder.once(SlackFault.SOCKET_CUT));
            await().atMost(Rig.PATIENCE).until(() -> opened(rig) == 2);

            rig.surface.close();

            await().during(Duration.ofSeconds(1)).atMost(Rig.PATIENCE).until(() -> rig.sandbox.connections() == 0);
        }
    }

    @Test
    void closingDoesNotWaitForAnAnswerThatSlackHoldsUp() {
        Rig rig = new Rig(Rig.Mode.SOCKET, new ScriptedBot(), Duration.ofMillis(100)).start();
        rig.sandbox.inject(new FaultOrder(SlackFault.RATE_LIMITED, "response_url", 1, Duration.ofSeconds(50)));
        var _ = rig.sandbox.command("ben", "papers", "/papers", "help");
        await().atMost(Rig.PATIENCE)
                .until(() -> rig.sandbox.exchanges().stream()
                        .anyMatch(exchange -> exchange.name().equals("response_url")));

        assertTimeoutPreemptively(Duration.ofSeconds(20), rig::close);
    }

    private static boolean boltLooksAtItsConnection() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("socket-mode-session-monitor"))
                .flatMap(thread -> Stream.of(thread.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("verifyConnection"));
    }

    private static long opened(Rig rig) {
        return rig.sandbox.exchanges().stream()
                .filter(exchange -> exchange.name().equals("apps.connections.open"))
                .count();
    }
}
