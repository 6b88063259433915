package dev.paperboy.discord;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.discord.sandbox.Exchange;
import dev.paperboy.discord.sandbox.FaultOrder;
import dev.paperboy.discord.sandbox.SandboxReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DiscordSurfaceTest {
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

    private static final Content CARD = requireNonNull(SampleContents.all().get("card-usual"));
    private static final String MESSAGES = "POST /channels/{channel_id}/messages";

    private final DiscordStage stage = new DiscordStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private MessageRef post(String key) {
        return stage.surface.post(stage.channel("papers"), CARD, key);
    }

    @Test
    void aPostStandsInItsChannelWithTheSaveReactionUnderIt() {
        stage.open();

        MessageRef message = post("edition-1");

        assertThat(stage.sandbox.messages("papers"))
                .singleElement()
                .satisfies(posted -> assertThat(posted.id()).isEqualTo(message.id()));
        await().untilAsserted(() -> assertThat(
                        StageChecks.message(stage, message.id()).reactions())
                .containsExactly(Map.entry("🔖", List.of(stage.sandbox.botId()))));
        assertThat(stage.bot.reactions).isEmpty();
    }

    @Test
    void theSameDeliveryIsPostedOnceAndAnotherAgain() {
        stage.open();

        assertThat(post("edition-1")).isEqualTo(post("edition-1"));
        assertThat(post("edition-2")).isNotEqualTo(post("edition-1"));

        assertThat(stage.sandbox.messages("papers")).hasSize(2);
    }

    @Test
    void everyContentIsTaken() {
        stage.open();

        SampleContents.all().forEach((name, content) -> {
            stage.ticker.advance(Duration.ofSeconds(5));
            stage.surface.post(stage.channel("papers"), content, name);
        });

        assertThat(stage.sandbox.messages("papers"))
                .hasSize(SampleContents.all().size())
                .allSatisfy(message -> {
                    assertThat(message.payload().path("mention_everyone").asBoolean(true))
                            .isFalse();
                    assertThat(message.payload().path("mentions")).isEmpty();
                });
    }

    @Test
    void serverErrorsLostRepliesAndRateLimitsLeaveOneMessage() {
        stage.open();
        post("warm up");
        for (FaultOrder order : List.of(
                DiscordFault.HTTP_5XX_AFTER.once(), DiscordFault.LOST_REPLY.once(), DiscordFault.HTTP_429.once())) {
            stage.sandbox.inject(order.on(MESSAGES));
        }

        post("edition-1");

        assertThat(stage.sandbox.messages("papers")).hasSize(2);
    }

    @Test
    void aRevokedRightAndADeletedChannelAreRefusals() {
        stage.open();
        stage.sandbox.inject(DiscordFault.REVOKE_SEND.once());
        await().untilAsserted(() -> assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> post("edition-1"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED)));

        stage.sandbox.inject(DiscordFault.DELETE_CHANNEL
                .once()
                .in(stage.sandbox.channel("general").id()));
        var general = new ChannelRef(Platform.DISCORD, stage.sandbox.guildId(), "900000000000000003");
        await().untilAsserted(() -> assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> stage.surface.post(general, CARD, "edition-1"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED)));
    }

    /** The stand-in counts as Discord does: 50 requests in any second, of whatever kind. */
    @Test
    void manyPostsAtOnceStayWithinDiscordsLimitAndAnswersOvertakeThem() throws Exception {
        List<String> channels = IntStream.range(0, 150)
                .mapToObj(i -> stage.sandbox.addChannel("c" + i).id())
                .toList();
        stage.open();
        await().until(() -> !stage.sandbox.commands().isEmpty());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MessageRef>> posts = channels.stream()
                    .map(id -> threads.submit(() -> stage.surface.post(
                            new ChannelRef(Platform.DISCORD, stage.sandbox.guildId(), id),
                            Notice.info("Hello.", ""),
                            "key-" + id)))
                    .toList();
            SandboxReply reply = stage.type(Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, "x"));

            assertThat(posts).as("an answer does not wait for posts").anyMatch(post -> !post.isDone());
            assertThat(reply.ok()).isTrue();
            for (Future<MessageRef> post : posts) {
                post.get();
            }
        }
        assertThat(stage.sandbox.exchanges()).extracting(Exchange::status).doesNotContain(429);
        channels.forEach(id -> assertThat(stage.sandbox.messages(id)).hasSize(1));
    }

    @Test
    void whatIsForAPersonStandsInTheirConversationAndIsFoundThere() {
        stage.open();
        ChannelRef ada = ChannelRef.with(user("ada"));

        MessageRef posted = stage.surface.post(ada, CARD, "alert-1");
        MessageRef again = stage.surface.post(ada, CARD, "alert-1");

        String conversation = stage.sandbox.direct("ada").id();
        assertThat(posted.channel()).isEqualTo(new ChannelRef(Platform.DISCORD, "", conversation));
        assertThat(again).isEqualTo(posted);
        assertThat(stage.sandbox.messages(conversation)).hasSize(1);
        assertThat(stage.statuses("POST /users/@me/channels")).containsExactly(200);
        Instant since = stage.now();
        stage.runAhead(Duration.ofMinutes(3));
        assertThat(stage.surface.find(ada, "alert-1", since)).isEqualTo(new Whereabouts.Found(posted));
        assertThat(stage.surface.find(ada, "alert-2", since)).isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void whatIsQuietMakesNoSoundAndIsFoundLikeAnyOther() {
        stage.open();
        ChannelRef ada = ChannelRef.with(user("ada"));

        MessageRef quiet = stage.surface.postQuietly(ada, CARD, "news-1");
        MessageRef loud = stage.surface.post(ada, CARD, "alert-1");

        assertThat(flags(quiet) & SUPPRESS_NOTIFICATIONS).isNotZero();
        assertThat(flags(loud) & SUPPRESS_NOTIFICATIONS).isZero();
        assertThat(stage.surface.postQuietly(ada, CARD, "news-1")).isEqualTo(quiet);
        Instant since = stage.now();
        stage.runAhead(Duration.ofMinutes(3));
        assertThat(stage.surface.find(ada, "news-1", since)).isEqualTo(new Whereabouts.Found(quiet));
    }

    private int flags(MessageRef message) {
        return stage.sandbox.messages(message.channel().id()).stream()
                .filter(each -> each.id().equals(message.id()))
                .findFirst()
                .orElseThrow()
                .payload()
                .path("flags")
                .asInt();
    }

    @Test
    void inAConversationWithoutMessagesNothingStands() {
        stage.open();
        Instant since = stage.now();
        stage.runAhead(Duration.ofMinutes(3));

        assertThat(stage.surface.find(ChannelRef.with(user("ben")), "alert-1", since))
                .isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void reactionsAndClicksInAConversationComeInLikeAnyOther() {
        stage.open();
        MessageRef posted = stage.surface.post(ChannelRef.with(user("ada")), CARD, "alert-1");
        String conversation = posted.channel().id();

        stage.sandbox.react("ada", conversation, posted.id(), "🔖");
        String button = stage.sandbox.messages(conversation).getFirst().payload().findValues("custom_id").stream()
                .map(JsonNode::asString)
                .findFirst()
                .orElseThrow();
        DiscordStage.await(stage.sandbox.click("ada", conversation, posted.id(), button));

        await().untilAsserted(() -> assertThat(stage.bot.reactions)
                .containsExactly(new ReactionChange(user("ada"), posted, Emoji.BOOKMARK, true)));
        assertThat(stage.bot.calls).singleElement().satisfies(call -> {
            assertThat(call.channel()).isEqualTo(posted.channel());
            assertThat(call.clicked()).contains(posted);
        });
    }

    @Test
    void whoRefusesDirectMessagesIsARefusalUntilTheyTakeThem() {
        stage.open();
        stage.sandbox.inject(DiscordFault.REFUSE_DIRECT.once());
        ChannelRef ada = ChannelRef.with(user("ada"));
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> stage.surface.post(ada, CARD, "alert-1"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED));
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> stage.surface.tell(user("ada"), Notice.info("Psst.", ""), stage.channel("papers")));

        stage.sandbox.inject(DiscordFault.ACCEPT_DIRECT.once());
        stage.surface.tell(user("ada"), Notice.info("Psst.", ""), stage.channel("papers"));
        assertThat(stage.sandbox.messages(stage.sandbox.direct("ada").id()))
                .singleElement()
                .satisfies(told -> assertThat(told.payload().toString())
                        .contains("Psst.", "https://discord.com/channels/" + stage.sandbox.guildId()));
    }

    private UserRef user(String name) {
        return new UserRef(Platform.DISCORD, "", stage.sandbox.user(name).id());
    }

    @Test
    void aChannelThatOnlyTheCacheHasLostIsPostedToAllTheSame() {
        stage.open();
        stage.sandbox.inject(DiscordFault.GUILD_OUTAGE.once());
        await().until(() -> stage.jda().getTextChannels().isEmpty());

        MessageRef message = post("edition-1");

        assertThat(StageChecks.message(stage, message.id()).id()).isEqualTo(message.id());
    }

    @Test
    void aServerInAnOutageIsStillOneOfOurs() {
        stage.open();
        Server server = new Server(Platform.DISCORD, stage.sandbox.guildId());
        assertThat(stage.surface.servers()).containsExactly(server);

        stage.sandbox.inject(DiscordFault.GUILD_OUTAGE.once());
        await().until(() -> stage.jda().getTextChannels().isEmpty());

        assertThat(stage.surface.servers()).containsExactly(server);
    }

    @Test
    void beforeDiscordHasSaidWhereWeAreNobodyKnows() {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(stage.surface::servers)
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void whatIsRefusedInAnOutageIsTriedAgainLater() {
        stage.open();
        stage.sandbox.inject(DiscordFault.GUILD_OUTAGE.once());
        stage.sandbox.inject(DiscordFault.HIDE_CHANNEL.once());
        await().until(() -> stage.jda().getTextChannels().isEmpty());

        assertThat(failure("edition-1")).isEqualTo(Kind.UNAVAILABLE);

        stage.sandbox.inject(DiscordFault.GUILD_BACK.once());
        await().until(() -> !stage.jda().getTextChannels().isEmpty());
        assertThat(failure("edition-1")).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aRateLimitThatDoesNotEndIsGivenUpAndTheFateOfThePostIsLeftOpen() {
        stage.open();
        stage.sandbox.inject(DiscordFault.HTTP_429.once().on(MESSAGES).lasting(Duration.ofHours(1)));
        DiscordSurface hurried = stage.surface(Duration.ofMillis(300));

        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> hurried.post(stage.channel("papers"), CARD, "edition-1"))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN));
        assertThat(stage.sandbox.messages("papers")).isEmpty();
    }

    private Whereabouts find(String key) {
        return stage.surface.find(stage.channel("papers"), key, Instant.now().minusSeconds(600));
    }

    @Test
    void aPostIsFoundByItsKeyLongAfterItsNonceIsForgotten() {
        stage.open();
        MessageRef first = post("edition-1");
        MessageRef second = post("edition-2");

        assertThat(find("edition-1")).isEqualTo(new Whereabouts.Found(first));
        assertThat(find("edition-2")).isEqualTo(new Whereabouts.Found(second));
        assertThat(find("edition-3")).isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void withoutTheRightToLookNobodyCanTell() {
        stage.open();
        MessageRef posted = post("edition-1");
        stage.sandbox.inject(DiscordFault.HIDE_HISTORY.once());

        await().untilAsserted(() -> assertThat(find("edition-1"))
                .isEqualTo(new Whereabouts.CannotTell("you give me the right to read the message history")));

        stage.sandbox.inject(DiscordFault.SHOW_HISTORY.once());
        assertThat(find("edition-1")).isEqualTo(new Whereabouts.Found(posted));
    }

    @Test
    void aPostWhoseAnswerWasLostIsFound() {
        stage.open();
        stage.sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().times(20).on(MESSAGES));
        assertThat(failure("edition-1")).isEqualTo(Kind.UNKNOWN);
        stage.sandbox.clearFaults();

        assertThat(find("edition-1")).isInstanceOf(Whereabouts.Found.class);
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aRepeatWhileDiscordKnowsTheNonceNeedsNoLook() {
        stage.open();

        assertThat(stage.surface.find(stage.channel("papers"), "edition-1", Instant.now()))
                .isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void whatCannotBeRenderedIsOurDefect() {
        stage.open();
        Content nothing = Content.Notice.info("\u200B", "");

        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> stage.surface.post(stage.channel("papers"), nothing, "edition-1"))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.MALFORMED));
    }

    private Kind failure(String key) {
        return assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> post(key))
                .actual()
                .kind();
    }

    @Test
    void aServerThatStaysBrokenLeavesTheFateOfThePostOpen() {
        stage.open();
        stage.sandbox.inject(DiscordFault.HTTP_5XX_BEFORE.once().times(20).on(MESSAGES));

        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> post("edition-1"))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN));
        stage.sandbox.clearFaults();
        post("edition-1");
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void commandsAreRegisteredOnceAndNotAgain() {
        stage.open();
        StageChecks.awaitCommands(stage);
        stage.surface.close();
        try (DiscordSurface second = stage.secondSurface()) {
            second.start(stage.inbound());

            await().until(() ->
                    requests("GET /applications/{application_id}/commands").size() == 2);
            second.post(stage.channel("papers"), CARD, "a round trip after the answer");
        }
        assertThat(requests("PUT /applications/{application_id}/commands")).hasSize(1);
    }

    @Test
    void aWrongTokenIsAClearRefusalAndLeavesNoThread() {
        stage.expectViolations();
        DiscordSurface wrong = new DiscordSurface(
                new DiscordConnection(stage.access("wrong-token"), InstantSource.system()),
                stage.renderer,
                InstantSource.system());

        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> wrong.start(stage.inbound))
                .withMessageContaining("discord.token")
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("wrong-token"));
        await().untilAsserted(() -> assertThat(discordThreads()).isEmpty());
    }

    @Test
    void whileDiscordIsBrokenItKeepsTrying() {
        stage.sandbox.inject(DiscordFault.HTTP_5XX_BEFORE.once().times(6).on("GET /users/@me"));

        stage.open();

        assertThat(stage.surface.connected()).isFalse();
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> post("too early"))
                .satisfies(failed -> assertThat(failed.kind()).isEqualTo(Kind.UNAVAILABLE));
        await().atMost(Duration.ofSeconds(40)).until(stage.surface::connected);
        post("now");
        StageChecks.awaitCommands(stage);
    }

    private static List<String> discordThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .filter(name -> name.startsWith("JDA") || name.startsWith("discord-"))
                .toList();
    }

    @Test
    void aResumeThatNobodyAnswersIsCuredByBuildingAnew() {
        stage.open();
        stage.sandbox.inject(DiscordFault.GATEWAY_SILENCE.once());
        stage.sandbox.inject(DiscordFault.DISCONNECT.once());

        await().until(() -> !stage.surface.connected());
        await().atMost(Duration.ofSeconds(40)).until(stage.surface::connected);

        post("after the rebuild");
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aGatewayThatClosesAtOnceIsSurvived() {
        stage.open();
        stage.sandbox.inject(DiscordFault.CLOSE_4000.once().times(1_000_000));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> requests("GET /users/@me").size() > 1);
        stage.sandbox.clearFaults();
        await().atMost(Duration.ofSeconds(40)).until(stage.surface::connected);

        post("after the storm");
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aTokenThatBecomesVoidEndsAllAttempts() {
        stage.open();
        StageChecks.awaitCommands(stage);
        int logins = requests("GET /users/@me").size();
        try (LogLines log = new LogLines(DiscordConnection.class)) {
            stage.sandbox.inject(DiscordFault.CLOSE_4004.once());

            await().until(() -> !stage.surface.connected());
            // Longer than the stage's watchdog lets a connection be away.
            await().during(Duration.ofSeconds(4)).until(() -> !stage.surface.connected());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR")
                    .contains("discord.token");
        }
        assertThat(requests("GET /users/@me")).hasSize(logins);
        assertThat(failure("too late")).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void aBanByCloudflareRaisesTheAlarm() {
        stage.open();
        stage.sandbox.inject(DiscordFault.HTTP_429_WITHOUT_VIA.once().on(MESSAGES));
        try (LogLines log = new LogLines(DiscordBanAlarm.class)) {
            post("edition-1");

            assertThat(log.lines()).singleElement().asString().startsWith("ERROR Cloudflare has banned");
        }
    }

    @Test
    void commandsThatDiscordDidNotTakeArePutAgain() {
        stage.sandbox.inject(DiscordFault.HTTP_5XX_BEFORE.once().times(4).on("PUT /applications"));

        stage.open();

        StageChecks.awaitCommands(stage);
        assertThat(requests("PUT /applications/{application_id}/commands")).hasSize(5);
    }

    private List<Exchange> requests(String name) {
        return stage.sandbox.exchanges().stream()
                .filter(exchange -> (exchange.method() + " " + exchange.route()).equals(name))
                .toList();
    }
}
