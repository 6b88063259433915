package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Scheduler;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people did before the bot was here. */
class SlackCatchUpTest {

    private static final String PAPERS = "C0PAPERS";
    private static final String GENERAL = "C0GENERAL";

    private final HandPause time = new HandPause();
    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig = new Rig(
            Rig.Mode.SOCKET,
            bot,
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

    /** Newest first, as the bot names its posts. */
    private List<MessageRef> posts(String channel, int number) {
        ChannelRef where = new ChannelRef(Platform.SLACK, rig.sandbox.teamId(), channel);
        IntStream.range(0, number)
                .forEach(each ->
                        bot.posts.addFirst(rig.surface.post(where, ScriptedBot.sample("card-usual"), "key " + each)));
        return List.copyOf(bot.posts);
    }

    private void react(String person, MessageRef post) {
        var _ = rig.sandbox.react(person, post.channel().id(), post.id(), "bookmark");
    }

    private static UserRef user(String id) {
        return new UserRef(Platform.SLACK, "T0PAPERLAB", id);
    }

    private void awaitRead(MessageRef post, String... people) {
        Map<Emoji, Set<UserRef>> expected =
                people.length == 0 ? Map.of() : Map.of(Emoji.BOOKMARK, Set.copyOf(users(people)));
        await().atMost(Rig.PATIENCE).untilAsserted(() -> assertThat(bot.read).containsEntry(post, expected));
    }

    private static List<UserRef> users(String... ids) {
        return List.of(ids).stream().map(SlackCatchUpTest::user).toList();
    }

    private long calls(String method) {
        return rig.sandbox.exchanges().stream()
                .filter(exchange -> exchange.name().equals(method))
                .count();
    }

    @Test
    void aChannelsHistoryIsReadInPages() {
        rig.sandbox.grantHistory();
        List<MessageRef> posts = posts(PAPERS, 201);
        react("ben", posts.getFirst());
        react("ada", posts.getLast());

        rig.start();

        awaitRead(posts.getFirst(), "U0BEN");
        awaitRead(posts.getLast(), "U0ADA");
        assertThat(bot.read).hasSize(posts.size());
        // Either page once more, because it brought news.
        await().atMost(Rig.PATIENCE)
                .untilAsserted(() -> assertThat(calls("conversations.history")).isEqualTo(4));
        assertThat(calls("reactions.get")).isZero();
    }

    @Test
    void aPostThatSlackNamesNotAllPeopleOfIsReadAlone() {
        rig.sandbox.grantHistory();
        List<MessageRef> posts = posts(PAPERS, 2);
        List.of("ada", "ben", "cleo").forEach(person -> react(person, posts.getLast()));

        rig.start();

        awaitRead(posts.getLast(), "U0ADA", "U0BEN", "U0CLEO");
        awaitRead(posts.getFirst());
    }

    @Test
    void withoutTheRightToTheHistoryEachPostIsRead() {
        List<MessageRef> posts = posts(PAPERS, 3);
        react("ben", posts.getLast());

        rig.start();

        awaitRead(posts.getFirst());
        awaitRead(posts.getLast(), "U0BEN");
        assertThat(calls("conversations.history")).isEqualTo(1);
    }

    @Test
    void aChannelThatIsClosedToUsIsNotAskedAboutForEachPost() {
        rig.sandbox.grantHistory();
        posts("C0READING", 5);
        MessageRef open = posts(GENERAL, 1).getFirst();
        rig.sandbox.kick("C0READING");

        rig.start();

        awaitRead(open);
        await().atMost(Rig.PATIENCE)
                .untilAsserted(() -> assertThat(calls("reactions.get")).isEqualTo(1));
    }

    @Test
    void whatSlackDoesNotAnswerIsAskedAgainLater() {
        rig.sandbox.grantHistory();
        MessageRef post = posts(PAPERS, 1).getFirst();
        react("ben", post);
        rig.sandbox.inject(new FaultOrder(SlackFault.SERVER_ERROR_BEFORE, "conversations.history", 2, Duration.ZERO));

        rig.start();

        awaitRead(post, "U0BEN");
        assertThat(calls("reactions.get")).isZero();
    }
}
