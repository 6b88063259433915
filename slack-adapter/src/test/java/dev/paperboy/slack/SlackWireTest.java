package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.command.Right;
import dev.paperboy.slack.Rig.Mode;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import dev.paperboy.slack.sandbox.SlackSchema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journeys of the adapter over the wire, in Socket Mode and over signed HTTP. */
@ParameterizedClass
@EnumSource(Mode.class)
class SlackWireTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig;
    private Set<String> provoked = Set.of();

    SlackWireTest(Mode mode) {
        rig = new Rig(mode, bot).start();
    }

    @AfterEach
    void nothingWasBroken() {
        try {
            rig.sandbox.assertNoViolationsBut(provoked);
            everyPayloadFitsTheSchema();
        } finally {
            rig.close();
        }
    }

    private void everyPayloadFitsTheSchema() {
        for (Exchange exchange : rig.sandbox.exchanges()) {
            JsonNode blocks = JSON.readTree(exchange.request()).path("blocks");
            if (exchange.name().startsWith("chat.") || exchange.name().equals("response_url")) {
                String json = blocks.isString() ? blocks.stringValue() : blocks.toString();
                assertThat(SlackSchema.allowsBlocks(json)).as(json).isTrue();
                assertThat(JSON.readTree(exchange.request()).path("text").asString(""))
                        .isNotBlank();
            }
        }
    }

    @Test
    void anAnswerThatIsToBeDiscussedGetsAThread() {
        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "search together"));

        assertThat(reply.text()).contains("Attention Is All You Need", "📅 Thu 3 Dec 2026, 15:00 UTC");
        await().untilAsserted(() -> assertThat(rig.sandbox.messages("papers")).hasSize(2));
        JsonNode opening =
                JSON.readTree(rig.sandbox.messages("papers").getLast().payload());
        assertThat(opening.path("thread_ts").asString()).isEqualTo(reply.messageId());
        assertThat(opening.path("text").asString()).startsWith("Journal club: x");
        assertThat(JSON.readTree(rig.sandbox.messages("papers").getFirst().payload())
                        .path("reply_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(bot.landed)
                .extracting(ScriptedBot.Landed::message)
                .extracting(MessageRef::id)
                .containsExactly(reply.messageId());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aThreadThatCannotBeOpenedIsToldToTheAskerAlone(int posted) {
        rig.sandbox.inject(
                FaultOrder.once(SlackFault.NOT_IN_CHANNEL, "chat.postMessage").after(posted));

        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "search together"));

        assertThat(reply.text()).contains("Attention Is All You Need");
        await().untilAsserted(() -> assertThat(rig.sandbox.messages("papers", "ben"))
                .filteredOn(message -> message.ephemeralFor() != null)
                .singleElement()
                .satisfies(told -> assertThat(told.payload()).contains("I could not open a thread")));
        assertThat(rig.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aPublicAnswerIsAMessageThatTheBotIsToldOf() {
        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion models limit:3"));

        assertThat(reply.ok()).isTrue();
        assertThat(reply.ephemeral()).isFalse();
        assertThat(reply.text()).contains("991. Words of a long title");
        SandboxMessage message = rig.sandbox.messages("papers").getFirst();
        assertThat(message.id()).isEqualTo(reply.messageId());
        await().untilAsserted(() -> assertThat(bot.landed)
                .extracting(ScriptedBot.Landed::message)
                .extracting(MessageRef::id)
                .containsExactly(message.id()));
        assertThat(bot.calls.getFirst().request().text()).isEqualTo("search limit:3 -- diffusion models");
    }

    @Test
    void nothingUnfurlsAndNothingIsReadAsMarkup() {
        get(rig.sandbox.command("ben", "papers", "/papers", "trending"));

        JsonNode sent = JSON.readTree(rig.sandbox.exchanges().stream()
                .filter(exchange -> exchange.name().equals("chat.postMessage"))
                .findFirst()
                .orElseThrow()
                .request());
        assertThat(List.of("unfurl_links", "unfurl_media", "mrkdwn"))
                .allSatisfy(flag -> assertThat(sent.path(flag).asString()).isIn("0", "false"));
    }

    @Test
    void aPrivateAnswerIsSeenByTheAskerAlone() {
        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", ""));

        assertThat(reply.ephemeral()).isTrue();
        assertThat(rig.sandbox.messages("papers")).isEmpty();
        assertThat(rig.sandbox.messages("papers", "ada")).isEmpty();
        assertThat(rig.sandbox.messages("papers", "ben")).hasSize(1);
    }

    @Test
    void anUnknownCommandIsAnsweredPrivately() {
        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "frobnicate <!channel>"));

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("frobnicate");
    }

    @Test
    void aClickComesBackAsACommandWhoseAnswerReplacesTheMessage() {
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion"))
                .messageId();

        SandboxReply reply = get(rig.sandbox.click("ada", "papers", message, "Next ›"));

        assertThat(reply.messageId()).isEqualTo(message);
        assertThat(rig.sandbox.messages("papers")).hasSize(1);
        assertThat(rig.sandbox.messages("papers").getFirst().payload()).contains("Attention Is All You Need");
        CommandCall call = bot.calls.getLast();
        assertThat(call.clicked().orElseThrow().id()).isEqualTo(message);
        assertThat(call.user().id()).isEqualTo("U0ADA");
        await().untilAsserted(() -> assertThat(bot.landed).hasSize(2));
    }

    @Test
    void aLinkButtonIsAcknowledgedAndAsksForNothing() {
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "paper 1706.03762"))
                .messageId();

        assertThat(get(rig.sandbox.click("ben", "papers", message, "Open")).ok())
                .isTrue();
        assertThat(bot.calls).hasSize(1);
    }

    @Test
    void reactionsAreTakenOnceWhateverTheirSkinTone() {
        String message =
                get(rig.sandbox.command("ben", "papers", "/papers", "trending")).messageId();
        rig.sandbox.inject(FaultOrder.once(SlackFault.DUPLICATE_EVENT));

        get(rig.sandbox.react("ben", "papers", message, "🔖"));
        get(rig.sandbox.react("ada", "papers", message, "+1::skin-tone-4"));
        get(rig.sandbox.react("ada", "papers", message, "tada"));
        get(rig.sandbox.unreact("ben", "papers", message, ":bookmark:"));

        await().untilAsserted(() -> assertThat(bot.reactions)
                .extracting(change -> change.user().id() + " " + change.emoji() + " " + change.added())
                .containsExactly("U0BEN BOOKMARK true", "U0ADA THUMBS_UP true", "U0BEN BOOKMARK false"));
        assertThat(bot.reactions.getFirst().message().id()).isEqualTo(message);
        assertThat(bot.reactions.getFirst().emoji()).isEqualTo(Emoji.BOOKMARK);
    }

    @Test
    void whatAForeignWorkspaceSaysIsIgnored() {
        String message =
                get(rig.sandbox.command("ben", "papers", "/papers", "trending")).messageId();
        rig.sandbox.inject(FaultOrder.once(SlackFault.FOREIGN_TEAM));

        assertThat(get(rig.sandbox.react("ben", "papers", message, "bookmark")).ok())
                .isTrue();

        assertThat(bot.reactions).isEmpty();
    }

    @Test
    void whereTheBotIsNoMemberItStillAnswersInTheChannel() {
        rig.sandbox.kick("papers");

        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "trending"));

        assertThat(reply.ok()).isTrue();
        assertThat(reply.ephemeral()).isFalse();
        assertThat(bot.landed).isEmpty();
    }

    @Test
    void aBugOfOursIsAnsweredToo() {
        SandboxReply reply = get(rig.sandbox.command("ada", "papers", "/papers", "schedule time:09:00"));

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("Something went wrong");
    }

    @Test
    void rightsComeFromTheWorkspaceOrTheChannel() {
        get(rig.sandbox.command("ada", "papers", "/papers", "schedule"));
        get(rig.sandbox.command("ben", "papers", "/papers", "schedule"));
        get(rig.sandbox.command("ben", "reading-group", "/papers", "schedule"));
        get(rig.sandbox.command("ada", "papers", "/papers", "trending"));

        assertThat(bot.calls)
                .extracting(CommandCall::rights)
                .containsExactly(Set.of(Right.MANAGE_CHANNEL), Set.of(), Set.of(Right.MANAGE_CHANNEL), Set.of());
    }

    @Test
    void everyMemberHasRightsInTheirOwnConversationWithTheBotAndNowhereElse() {
        get(rig.sandbox.command("ben", "U0BEN", "/papers", "schedule"));
        get(rig.sandbox.command("ben", "ada-and-ben", "/papers", "schedule"));
        get(rig.sandbox.command("cleo", "U0CLEO", "/papers", "schedule")); // a guest

        assertThat(bot.calls)
                .extracting(CommandCall::rights)
                .containsExactly(Set.of(Right.MANAGE_CHANNEL), Set.of(), Set.of());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenTheAppIsUninstalledItIsNotConnectedAnyMore(boolean tokensFirst) {
        try (LogTrap trap = new LogTrap(SlackConnection.class)) {
            assertThat(rig.surface.servers()).hasSize(1);

            assertThat(get(rig.sandbox.uninstall(tokensFirst))).isTrue();

            assertThat(rig.surface.connected()).isFalse();
            assertThat(rig.surface.servers()).isEmpty();
            assertThat(trap.lines()).hasSize(1).first().asString().contains("ERROR", "installed again");
        }
    }

    @Test
    void withoutTheScopesNobodyHasRightsButEverybodyIsAnswered() {
        rig.sandbox.grant(Set.of("commands", "chat:write", "reactions:read"));

        assertThat(get(rig.sandbox.command("ada", "papers", "/papers", "schedule"))
                        .ephemeral())
                .isTrue();

        assertThat(bot.calls.getFirst().rights()).isEmpty();
    }

    @Test
    void aMessageThatSlackDoesNotConfirmIsNeverSentTwice() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.LOST_REPLY, "chat.postMessage"));

        get(rig.sandbox.command("ben", "papers", "/papers", "trending"));

        await().untilAsserted(() -> assertThat(rig.sandbox.messages("papers", "ben"))
                .extracting(SandboxMessage::payload)
                .anySatisfy(payload -> assertThat(payload).contains("did not confirm")));
        assertThat(rig.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void tooManyCallsAreRepeatedWhenSlackSaysSo() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "chat.postMessage"));
        rig.sandbox.inject(FaultOrder.once(SlackFault.RATE_LIMITED, "response_url"));

        assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "trending"))
                        .ok())
                .isTrue();
        assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "help")).ok())
                .isTrue();
    }

    /** It may come after what took it back, and after a restart that forgot that. */
    @Test
    void afterAReactionThatComesAgainWhatStandsIsRead() {
        provoked = Set.of(SlackSandbox.NO_ACK);
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "paper 1706.03762"))
                .messageId();
        AtomicBoolean first = new AtomicBoolean(true);
        bot.beforeReaction = () -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("the store is away");
            }
        };

        assertThat(get(rig.sandbox.react("ben", "papers", message, "bookmark")).ok())
                .isTrue();

        assertThat(bot.reactions).hasSize(1);
        await().atMost(Rig.PATIENCE)
                .untilAsserted(() -> assertThat(bot.read.values())
                        .singleElement()
                        .asInstanceOf(map(Emoji.class, Set.class))
                        .containsOnlyKeys(Emoji.BOOKMARK));
    }

    @Test
    void commandsDoNotWaitBehindReactionsThatCannotBeKept() {
        provoked = Set.of(SlackSandbox.NO_ACK);
        List<String> messages = IntStream.range(0, 4)
                .mapToObj(i -> get(rig.sandbox.command("ben", "papers", "/papers", "paper 1706.03762")))
                .map(SandboxReply::messageId)
                .toList();
        CountDownLatch unlocked = new CountDownLatch(1);
        bot.beforeReaction = () -> ScriptedBot.await(unlocked);
        List<CompletableFuture<SandboxReply>> reactions = messages.stream()
                .flatMap(message -> Stream.of("ada", "ben", "cleo")
                        .map(who -> rig.sandbox.react(who, "papers", message, "bookmark")))
                .toList();

        SandboxReply reply = get(rig.sandbox.command("ben", "papers", "/papers", "help"));

        assertThat(reply.ok()).isTrue();
        assertThat(reactions).hasSize(12).noneMatch(CompletableFuture::isDone);
        assertThat(bot.reactions).isEmpty();
        unlocked.countDown();
        await().atMost(Rig.PATIENCE)
                .untilAsserted(() -> assertThat(bot.reactions)
                        .extracting(ReactionChange::message)
                        .extracting(MessageRef::id)
                        .containsAll(messages));
    }

    @Test
    void aReactionThatComesBeforeItsMessageIsNotedIsKeptAllTheSame() {
        CountDownLatch noted = new CountDownLatch(1);
        bot.knows = message -> noted.getCount() == 0;
        String message =
                get(rig.sandbox.command("ben", "papers", "/papers", "trending")).messageId();

        var reaction = rig.sandbox.react("ben", "papers", message, "bookmark");
        noted.countDown();

        assertThat(get(reaction).ok()).isTrue();
        assertThat(bot.reactions).hasSize(1);
    }

    @Test
    void aPageWhoseTurningIsNotConfirmedIsTurnedAgainAndNoted() {
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion"))
                .messageId();
        rig.sandbox.inject(FaultOrder.once(SlackFault.LOST_REPLY, "chat.update"));

        assertThat(get(rig.sandbox.click("ada", "papers", message, "Next ›")).messageId())
                .isEqualTo(message);

        await().untilAsserted(() -> assertThat(bot.landed).hasSize(2));
        assertThat(bot.landed.getLast().content()).isEqualTo(bot.turned.getLast());
        assertThat(rig.sandbox.messages("papers", "ada")).hasSize(1);
    }

    @Test
    void aPageThatMayHaveTurnedIsNotedAsTurned() {
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion"))
                .messageId();
        rig.sandbox.inject(new FaultOrder(SlackFault.LOST_REPLY, "chat.update", 2, Duration.ZERO));

        get(rig.sandbox.click("ada", "papers", message, "Next ›"));

        await().untilAsserted(() -> assertThat(bot.landed).hasSize(2));
        await().untilAsserted(() -> assertThat(rig.sandbox.messages("papers", "ada"))
                .extracting(SandboxMessage::payload)
                .anySatisfy(payload -> assertThat(payload).contains("did not confirm")));
    }

    @Test
    void ofTwoWhoTurnThePageTheOneSeenIsTheOneNoted() {
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion"))
                .messageId();
        rig.sandbox.inject(new FaultOrder(SlackFault.DELAY, "chat.update", 1, Duration.ofMillis(300)));

        var first = rig.sandbox.click("ada", "papers", message, "Next ›");
        var second = rig.sandbox.click("ben", "papers", message, "Next ›");
        get(first);
        get(second);

        await().untilAsserted(() -> assertThat(bot.landed).hasSize(3));
        String seen = rig.sandbox.messages("papers").getFirst().payload();
        int noted = bot.turned.indexOf(bot.landed.getLast().content());
        assertThat(seen).contains("page " + (noted + 1));
    }

    @Test
    void whereTheBotIsNoMemberAPageTurnsThroughTheResponseUrl() {
        rig.sandbox.kick("papers");
        String message = get(rig.sandbox.command("ben", "papers", "/papers", "search diffusion"))
                .messageId();

        assertThat(get(rig.sandbox.click("ada", "papers", message, "Next ›")).messageId())
                .isEqualTo(message);

        assertThat(rig.sandbox.messages("papers").getFirst().payload()).contains("edited");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_REQUEST", "LOST_REPLY", "SERVER_ERROR_BEFORE"})
    void aHiccupDoesNotKeepAPrivateAnswerFromItsAsker(SlackFault hiccup) {
        rig.sandbox.inject(FaultOrder.once(hiccup, "response_url"));

        get(rig.sandbox.command("ben", "papers", "/papers", "help"));

        await().untilAsserted(() -> assertThat(privately("title title")).isNotEmpty());
        assertThat(privately("Something went wrong")).isEmpty();
    }

    @Test
    void aPrivateAnswerFindsAnotherWayWhereTheResponseUrlIsClosed() {
        rig.sandbox.inject(new FaultOrder(SlackFault.SERVER_ERROR_BEFORE, "response_url", 2, Duration.ZERO));

        assertThat(get(rig.sandbox.command("ben", "papers", "/papers", "help")).ephemeral())
                .isTrue();

        assertThat(called("chat.postEphemeral")).isEqualTo(1);
        assertThat(called("response_url")).isEqualTo(2);
        assertThat(privately("Something went wrong")).isEmpty();
    }

    private List<String> privately(String words) {
        return rig.sandbox.messages("papers", "ben").stream()
                .map(SandboxMessage::payload)
                .filter(payload -> payload.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private long called(String method) {
        return rig.sandbox.exchanges().stream()
                .filter(exchange -> exchange.name().equals(method))
                .count();
    }

    @Test
    void severalCommandsAtOnceAreAllAnswered() {
        var replies = IntStream.range(0, 8)
                .mapToObj(i -> rig.sandbox.command("ben", "papers", "/papers", "help"))
                .toList();

        assertThat(replies).allSatisfy(reply -> assertThat(get(reply).ok()).isTrue());
    }
}
