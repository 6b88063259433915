package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Scheduler;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackSurfaceTest {

    private static final ChannelRef PAPERS = new ChannelRef(Platform.SLACK, "T0PAPERLAB", "C0PAPERS");

    private final HandPause time = new HandPause();
    private final Rig rig = new Rig(
            Rig.Mode.SOCKET,
            new ScriptedBot(),
            new SlackSandbox(InstantSource.system(), time, Scheduler.systemScheduler()),
            new SlackPace(time, time));

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
        assertThat(time.waits).containsExactly(SlackLimits.BETWEEN_POSTS, SlackLimits.BETWEEN_POSTS);
    }

    @Test
    void waitsAsLongAsSlackSays() {
        rig.sandbox.inject(new FaultOrder(SlackFault.RATE_LIMITED, "chat.postMessage", 2, Duration.ofSeconds(7)));

        post("key");

        assertThat(statuses()).containsExactly(429, 429, 200);
        assertThat(time.waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void handsALongWaitBack() {
        rig.sandbox.inject(new FaultOrder(SlackFault.RATE_LIMITED, "chat.postMessage", 1, Duration.ofMinutes(5)));

        ChatException refused = refusedPost();

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.RATE_LIMITED);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(5));
        assertThat(time.waits).isEmpty();
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

        await().during(Duration.ofMillis(300))
                .atMost(Rig.PATIENCE)
                .until(() -> statuses().size() == 1);
        assertThat(rig.sandbox.messages("papers")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR_BEFORE", "SERVER_ERROR_AFTER", "INTERNAL_ERROR"})
    void aServerThatBreaksMayHaveDoneTheWork(SlackFault fault) {
        rig.sandbox.inject(FaultOrder.once(fault, "chat.postMessage"));

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNKNOWN);

        assertThat(rig.sandbox.messages("papers")).hasSize(fault == SlackFault.SERVER_ERROR_AFTER ? 1 : 0);
    }

    private Whereabouts find(String key) {
        return rig.surface.find(PAPERS, key, Instant.now());
    }

    @Test
    void aPostIsFoundByItsKeyAmongManyIfTheAppMayRead() {
        rig.sandbox.grantHistory();
        MessageRef first = post("edition-1");
        IntStream.range(0, SlackLimits.HISTORY_PAGE).forEach(i -> post("other " + i));

        assertThat(find("edition-1")).isEqualTo(new Whereabouts.Found(first));
        assertThat(find("edition-2")).isEqualTo(new Whereabouts.Nowhere());
        assertThat(rig.surface.find(PAPERS, "edition-1", Instant.now().plusSeconds(3_600)))
                .isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void whereTheAppMayNotReadItCannotTell() {
        post("edition-1");

        assertThat(find("edition-1"))
                .isInstanceOfSatisfying(
                        Whereabouts.CannotTell.class,
                        cannot -> assertThat(cannot.remedy()).contains("channels:history"));
    }

    @Test
    void whereSlackHidesWhatOurMessagesCarryItCannotTell() {
        rig.sandbox.grantHistory();
        rig.sandbox.hideMetadata();
        assertThat(find("edition-1")).as("nothing of ours is there").isEqualTo(new Whereabouts.Nowhere());
        post("edition-1");

        assertThat(find("edition-1"))
                .isInstanceOfSatisfying(
                        Whereabouts.CannotTell.class,
                        cannot -> assertThat(cannot.remedy()).contains("metadata"));
    }

    @Test
    void whereTheAppIsNoMemberAskingIsRefused() {
        rig.sandbox.grantHistory();
        rig.sandbox.kick("papers");

        assertThat(catchThrowableOfType(ChatException.class, () -> find("edition-1"))
                        .kind())
                .isEqualTo(ChatException.Kind.REFUSED);
    }

    @Test
    void whatIsForAPersonStandsInTheirConversationAndIsFoundThere() {
        ChannelRef ada = ChannelRef.with(new UserRef(Platform.SLACK, "T0PAPERLAB", "U0ADA"));

        MessageRef posted = rig.surface.post(ada, Notice.info("For you.", ""), "alert-1");

        assertThat(posted.channel()).isEqualTo(new ChannelRef(Platform.SLACK, "T0PAPERLAB", "D0ADA"));
        assertThat(rig.surface.find(ada, "alert-1", Instant.now()))
                .isInstanceOfSatisfying(
                        Whereabouts.CannotTell.class,
                        cannot -> assertThat(cannot.remedy()).contains("im:write and im:history"));
        rig.sandbox.grantHistory();
        assertThat(rig.surface.find(ada, "alert-1", Instant.now())).isEqualTo(new Whereabouts.Found(posted));
        assertThat(rig.surface.find(ada, "alert-2", Instant.now())).isEqualTo(new Whereabouts.Nowhere());
    }

    @Test
    void aPersonIsToldInTheirDirectConversation() {
        rig.surface.tell(
                new UserRef(Platform.SLACK, "T0PAPERLAB", "U0ADA"), Notice.problem("No way in.", "Open it."), PAPERS);

        assertThat(rig.sandbox.messages("D0ADA"))
                .singleElement()
                .satisfies(told -> assertThat(told.payload())
                        .contains("No way in.", "https://app.slack.com/client/T0PAPERLAB/C0PAPERS"));
    }

    @Test
    void anAnswerThatComesLateIsWaitedForButNotForEver() {
        rig.sandbox.inject(new FaultOrder(SlackFault.DELAY, "chat.postMessage", 1, Duration.ofMillis(300)));
        post("late");
        rig.sandbox.inject(new FaultOrder(SlackFault.DELAY, "chat.postMessage", 1, Rig.READ_TIMEOUT.plusSeconds(1)));

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNKNOWN);

        assertThat(rig.sandbox.messages("papers")).hasSize(2);
    }

    @Test
    void aRequestThatMayHaveArrivedIsNotRepeated() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.LOST_REQUEST, "chat.postMessage"));

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNKNOWN);

        // The stand-in writes down what it cut off a moment after the cut.
        await().during(Duration.ofMillis(300))
                .atMost(Rig.PATIENCE)
                .until(() -> statuses().size() == 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_IN_CHANNEL", "MISSING_SCOPE"})
    void whatSlackForbidsIsRefused(SlackFault fault) {
        rig.sandbox.inject(FaultOrder.once(fault, "chat.postMessage"));

        ChatException refused = refusedPost();

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.REFUSED);
        assertThat(SlackTroubles.codeOf(refused)).isEqualTo(fault.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aQuestionIsPutAgainWhenItsAnswerGetsLost() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.LOST_REPLY, "users.info"));
        assertThat(rig.connection.client().userInfo("U0ADA").getUser().isAdmin())
                .isTrue();

        rig.sandbox.inject(new FaultOrder(SlackFault.LOST_REPLY, "users.info", 2, Duration.ZERO));
        ChatException refused = catchThrowableOfType(
                ChatException.class, () -> rig.connection.client().userInfo("U0ADA"));

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        rig.sandbox.close();

        assertThat(refusedPost().kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
        assertThat(time.waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
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
