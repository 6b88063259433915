package dev.paperboy.discord.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways of Discord to fail, as the real JDA meets them. */
class JdaFaultTest {
    private static final String MESSAGES = "POST /channels/{channel_id}/messages";

    private final ShiftableTicker ticker = new ShiftableTicker();
    private final DiscordSandbox sandbox = new DiscordSandbox(InstantSource.system(), ticker.pace());
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<SlashCommandInteractionEvent> command = new CompletableFuture<>();
    private JdaClient client;
    private boolean strict = true;

    @SuppressWarnings("NullAway.Init") // set by @BeforeEach
    JdaFaultTest() {}

    @BeforeEach
    void connect() throws InterruptedException {
        sandbox.start();
        client = JdaClient.connect(sandbox, (EventListener) this::note);
        client.jda()
                .updateCommands()
                .addCommands(Commands.slash("papers", "Papers"))
                .complete();
    }

    @AfterEach
    void disconnect() {
        client.close();
        sandbox.close();
        if (strict) {
            sandbox.assertNoViolations();
        }
    }

    /** The broken rules of a test that provokes them. */
    private List<Integer> violations() {
        strict = false;
        return sandbox.violations().stream().map(Violation::code).toList();
    }

    private void note(GenericEvent event) {
        switch (event) {
            case SessionResumeEvent resumed -> seen.add("resumed");
            case SessionRecreateEvent recreated -> seen.add("recreated");
            case MessageReactionAddEvent reaction ->
                seen.add(reaction.getEmoji().getName());
            case ShutdownEvent shutdown -> seen.add("closed " + shutdown.getCode());
            case SlashCommandInteractionEvent slash -> command.complete(slash);
            default -> {}
        }
    }

    private String post(String text, String nonce) {
        return client.channel(sandbox, "papers")
                .sendMessage(text)
                .setNonce(nonce)
                .complete()
                .getId();
    }

    private UserAction papers() {
        return sandbox.command("ben", "papers", "papers", Map.of());
    }

    private SlashCommandInteractionEvent slash() {
        return command.orTimeout(10, SECONDS).join();
    }

    @Test
    void eventsOfABrokenConnectionAreReplayedInOrder() {
        String id = post("hello", "1");

        sandbox.inject(DiscordFault.DISCONNECT.once());
        sandbox.react("ben", "papers", id, "🔖");
        sandbox.react("ben", "papers", id, "👍");

        await().until(() -> seen.contains("resumed"));
        await().untilAsserted(() -> assertThat(seen).contains("🔖", "👍"));
        assertThat(seen.indexOf("🔖")).isLessThan(seen.indexOf("👍"));
    }

    @Test
    void aRequestedReconnectIsFollowedByAResume() {
        sandbox.inject(DiscordFault.GATEWAY_RECONNECT.once());

        await().until(() -> seen.contains("resumed"));
    }

    @Test
    void aDroppedSessionIsBuiltAnewAndItsGapIsLost() {
        String id = post("hello", "1");

        sandbox.inject(DiscordFault.INVALID_SESSION.once());
        assertThat(sandbox.react("ben", "papers", id, "🔖").reply().join().ok()).isTrue();

        await().atMost(Duration.ofSeconds(30)).until(() -> seen.contains("recreated"));
        sandbox.react("ben", "papers", id, "👍");
        await().until(() -> seen.contains("👍"));
        assertThat(seen).doesNotContain("🔖");
        assertThat(sandbox.messages("papers").getFirst().reactions()).containsKey("🔖");
    }

    @Test
    void fourThousandClosesAreSurvived() {
        sandbox.inject(DiscordFault.CLOSE_4000.once().times(3));

        await().until(() -> seen.contains("resumed"));
    }

    @Test
    void aRateLimitIsWaitedFor() {
        sandbox.inject(DiscordFault.HTTP_429.once().on(MESSAGES));

        post("hello", "1");

        assertThat(sandbox.messages("papers")).hasSize(1);
        assertThat(statuses(MESSAGES)).containsExactly(429, 200);
    }

    @Test
    void serverErrorsAfterTheWorkLeaveOneMessageThanksToTheNonce() {
        sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().times(2).on(MESSAGES));

        String id = post("hello", "1");

        assertThat(sandbox.messages("papers"))
                .singleElement()
                .satisfies(message -> assertThat(message.id()).isEqualTo(id));
        assertThat(statuses(MESSAGES)).containsExactly(502, 502, 200);
    }

    @Test
    void aLostReplyLeavesOneMessageThanksToTheNonce() {
        post("warm up the connection", "0");
        sandbox.inject(DiscordFault.LOST_REPLY.once().on(MESSAGES));

        post("hello", "1");

        assertThat(sandbox.messages("papers")).hasSize(2);
        assertThat(statuses(MESSAGES)).containsExactly(200, 0, 200);
    }

    @Test
    void aNonceIsForgottenAfterFiveMinutes() {
        String first = post("hello", "1");
        assertThat(post("hello", "1")).isEqualTo(first);

        ticker.advance(Duration.ofMinutes(6));

        assertThat(post("hello", "1")).isNotEqualTo(first);
    }

    @Test
    void aFirstResponseAfterThreeSecondsIsTooLate() {
        UserAction action = papers();
        SlashCommandInteractionEvent event = slash();

        ticker.advance(Duration.ofSeconds(4));

        assertThatThrownBy(() -> event.reply("late").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getErrorResponse()).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION));
        assertThat(action.reply().orTimeout(10, SECONDS).join().text()).isEqualTo("The application did not respond");
        assertThat(violations()).containsExactly(10062);
    }

    @Test
    void aTokenDiesAfterFifteenMinutes() {
        papers();
        SlashCommandInteractionEvent event = slash();
        event.deferReply().complete();

        ticker.advance(Duration.ofMinutes(16));

        assertThatThrownBy(() -> event.getHook().editOriginal("too late").complete())
                .isInstanceOf(ErrorResponseException.class);
        assertThat(violations()).containsExactly(50027);
    }

    @Test
    void anAcknowledgementThatTookEffectIsRefusedTheSecondTime() {
        papers();
        sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().on("callback"));

        assertThatThrownBy(() -> slash().deferReply().complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(40060));
    }

    @Test
    void aRevokedRightAndADeletedChannelAreToldAtOnce() {
        sandbox.inject(
                DiscordFault.REVOKE_SEND.once().in(sandbox.channel("papers").id()));
        sandbox.inject(
                DiscordFault.DELETE_CHANNEL.once().in(sandbox.channel("general").id()));

        await().untilAsserted(() -> {
            assertThat(client.channel(sandbox, "papers").canTalk()).isFalse();
            assertThat(client.jda().getTextChannelsByName("general", false)).isEmpty();
        });
    }

    @Test
    void aWrongTokenIsRefusedByRest() {
        assertThatThrownBy(() -> JdaClient.builder(sandbox, "wrong").build()).isInstanceOf(InvalidTokenException.class);
        assertThat(violations()).containsExactly(0);
    }

    @Test
    void aTokenThatBecomesVoidEndsTheConnectionForGood() throws InterruptedException {
        sandbox.inject(DiscordFault.CLOSE_4004.once());

        assertThat(client.jda().awaitShutdown(10, SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(seen).contains("closed 4004"));
    }

    @Test
    void aPrivilegedIntentIsDisallowed() throws InterruptedException {
        CompletableFuture<CloseCode> closed = new CompletableFuture<>();
        JDA jda = JdaClient.builder(sandbox, sandbox.botToken())
                .enableIntents(GatewayIntent.MESSAGE_CONTENT)
                .addEventListeners((EventListener) event -> {
                    if (event instanceof ShutdownEvent shutdown) {
                        closed.complete(shutdown.getCloseCode());
                    }
                })
                .build();

        assertThat(closed.orTimeout(10, SECONDS).join()).isEqualTo(CloseCode.DISALLOWED_INTENTS);
        assertThat(violations()).containsExactly(4014);
        jda.shutdownNow();
        assertThat(jda.awaitShutdown(10, SECONDS)).isTrue();
    }

    @Test
    void anAnswerThatComesLateHasDoneItsWork() {
        papers();
        sandbox.inject(DiscordFault.DELAY_AFTER.once().on("callback").lasting(Duration.ofSeconds(60)));
        SlashCommandInteractionEvent event = slash();

        CompletableFuture<?> reply = event.reply("in time").submit();
        await().until(() -> !sandbox.messages("papers").isEmpty());
        assertThat(reply).isNotDone();
        ticker.advance(Duration.ofSeconds(61));

        reply.orTimeout(10, SECONDS).join();
    }

    @Test
    void aSharedLimitIsToldApart() {
        sandbox.inject(DiscordFault.HTTP_429_SHARED.once().on(MESSAGES));

        post("hello", "1");

        assertThat(statuses(MESSAGES)).containsExactly(429, 200);
    }

    @Test
    void whoeverSaysGoodbyeIsOfflineAtOnce() throws InterruptedException {
        client.jda().shutdown();
        assertThat(client.jda().awaitShutdown(10, SECONDS)).isTrue();

        await().until(() -> !sandbox.online());
        assertThat(papers().reply().join().text()).isEqualTo("The bot is offline.");
    }

    @Test
    void eventsThatAreNoLongerKeptAreLostAndTheClientIsTold() {
        String id = post("hello", "1");
        sandbox.inject(DiscordFault.GATEWAY_SILENCE.once());
        sandbox.inject(DiscordFault.DISCONNECT.once());
        await().until(() -> !sandbox.online());
        for (int i = 0; i < 501; i++) {
            sandbox.react("ben", "papers", id, "🔖");
            sandbox.unreact("ben", "papers", id, "🔖");
        }
        sandbox.clearFaults();
        sandbox.inject(DiscordFault.DISCONNECT.once());

        await().atMost(Duration.ofSeconds(60)).until(() -> seen.contains("recreated") || seen.contains("resumed"));
        // The client may have come back by itself before the last cut, and resumes its new session after that.
        assertThat(seen).startsWith("recreated").doesNotContain("🔖");
    }

    private List<Integer> statuses(String name) {
        return sandbox.exchanges().stream()
                .filter(exchange -> (exchange.method() + " " + exchange.route()).equals(name))
                .map(Exchange::status)
                .toList();
    }
}
