package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.PaperId;
import dev.paperboy.person.Accounts.Offer;
import dev.paperboy.reaction.ReactionRouter;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.store.LifeModel.Mark;
import dev.paperboy.trending.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Random sequences of what people do: save, unsave, react, submit, link, unlink, delete. Events come as platforms send
 * them, twice, late, mixed with those of others, and sometimes never, so that all is read again. Lists and votes must be
 * those of {@link LifeModel}, which has no database.
 */
class RandomLivesTest {

    private static final int STEPS = 30;
    /** Few enough lives in one file that what concerns everybody stays small. */
    private static final int IN_ONE_STORE = 250;

    @TempDir(factory = Memory.class, cleanup = CleanupMode.ALWAYS)
    Path folder;

    /** Half a million commits wait for no disk where there is a folder in memory. */
    static final class Memory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "paperboy-lives")
                    : Files.createTempDirectory("paperboy-lives");
        }
    }

    @Test
    void aHundredLivesAreAsTheModelSays() {
        live(100);
    }

    @Test
    @Tag("long")
    void tenThousandLivesAreAsTheModelSays() {
        live(10_000);
    }

    private void live(int lives) {
        for (int first = 0; first < lives; first += IN_ONE_STORE) {
            try (Store store = Store.open(folder.resolve("lives-" + first + ".db"))) {
                for (int seed = first; seed < Math.min(lives, first + IN_ONE_STORE); seed++) {
                    new Life(store, seed).play();
                }
            }
        }
    }

    /** One sequence, in servers and by people of its own. */
    private static final class Life {
        private static final List<PaperId> PAPERS =
                List.of(new PaperId("1706.03762"), new PaperId("1904.06690"), new PaperId("2404.01234"));

        private final Store store;
        private final int seed;
        private final Random chance;
        private final SettableTime clock = new SettableTime(Instant.parse("2026-11-29T12:00:00Z"));
        private final ReactionRouter router;
        private final List<UserRef> accounts;
        private final Map<MessageRef, List<PaperId>> posts = new HashMap<>();
        private final List<MessageRef> messages;
        private final LifeModel model = new LifeModel();
        private final List<String> done = new ArrayList<>();
        /** What stands on the platforms. */
        private final Set<Mark> standing = new HashSet<>();
        /** What the platforms have not sent yet: in order for one mark, in any order among them. */
        private final Map<Mark, Deque<Boolean>> sent = new HashMap<>();

        Life(Store store, int seed) {
            this.store = store;
            this.seed = seed;
            this.chance = new Random(seed);
            this.router =
                    new ReactionRouter(store.postedPapers(), store.readingLists(), store.standingReactions(), clock);
            this.accounts = List.of(
                    new UserRef(Platform.DISCORD, "", "a" + seed),
                    new UserRef(Platform.DISCORD, "", "b" + seed),
                    new UserRef(Platform.SLACK, "T" + seed, "c" + seed),
                    new UserRef(Platform.SLACK, "T" + seed, "d" + seed));
            this.messages = List.of(post("1", 1), post("2", 1), post("3", 2));
        }

        private MessageRef post(String id, int papers) {
            MessageRef message = new MessageRef(new ChannelRef(Platform.DISCORD, "S" + seed, "C" + seed), id);
            int first = chance.nextInt(PAPERS.size() - papers + 1);
            List<PaperId> all = PAPERS.subList(first, first + papers);
            posts.put(message, all);
            store.postedPapers().record(message, all, Occasion.DIGEST);
            return message;
        }

        private List<PaperId> papers(MessageRef message) {
            return posts.getOrDefault(message, List.of());
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofSeconds(chance.nextInt(1, 600)));
                step();
                if (chance.nextInt(8) == 0) {
                    compare();
                }
            }
            compare();
        }

        private void step() {
            switch (chance.nextInt(14)) {
                case 0, 1, 2, 3 -> change(new Mark(any(accounts), any(messages), emoji()));
                case 4, 5, 6 -> deliver();
                case 7 -> readAgain(any(messages));
                case 8 -> save(any(accounts), any(PAPERS));
                case 9 -> remove(any(accounts), any(PAPERS));
                case 10 -> link(any(accounts), any(accounts));
                case 11 -> unlink(any(accounts));
                case 12 -> submit(any(accounts), any(PAPERS));
                default -> delete(any(accounts));
            }
        }

        private <T> T any(List<T> all) {
            return all.get(chance.nextInt(all.size()));
        }

        private Emoji emoji() {
            return chance.nextBoolean() ? Emoji.BOOKMARK : Emoji.THUMBS_UP;
        }

        /** Somebody puts a reaction or takes it away; the event may be lost. */
        private void change(Mark mark) {
            boolean added = standing.add(mark);
            if (!added) {
                standing.remove(mark);
            }
            done.add("on the platform " + mark + " " + added);
            if (chance.nextInt(5) > 0) {
                sent.computeIfAbsent(mark, _ -> new ArrayDeque<>()).add(added);
            }
        }

        private void deliver() {
            List<Mark> waiting = sent.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            Mark mark = any(waiting);
            boolean added = sent.computeIfAbsent(mark, _ -> new ArrayDeque<>()).remove();
            for (int times = chance.nextInt(1, 3); times > 0; times--) {
                done.add("event " + mark + " " + added);
                router.on(mark.change(added));
                model.react(mark, added, papers(mark.message()));
            }
        }

        /** After a gap; what was sent before it never comes. */
        private void readAgain(MessageRef message) {
            sent.keySet().removeIf(mark -> mark.message().equals(message));
            Map<Emoji, Set<UserRef>> now = new EnumMap<>(Emoji.class);
            Set<Mark> there = standing.stream()
                    .filter(mark -> mark.message().equals(message))
                    .collect(Collectors.toSet());
            there.forEach(mark ->
                    now.computeIfAbsent(mark.emoji(), _ -> new HashSet<>()).add(mark.account()));
            done.add("read again " + message + " " + now);
            router.read(message, now);
            model.readAgain(message, there, papers(message));
        }

        private void save(UserRef account, PaperId paper) {
            done.add("save " + account + " " + paper);
            boolean isNew = !model.list(account).contains(paper);
            assertThat(store.readingLists().save(account, paper, clock.instant()))
                    .as(story())
                    .isEqualTo(isNew);
            model.save(account, paper);
        }

        private void remove(UserRef account, PaperId paper) {
            done.add("remove " + account + " " + paper);
            boolean wasThere = model.list(account).contains(paper);
            assertThat(store.readingLists().remove(account, paper, clock.instant()))
                    .as(story())
                    .isEqualTo(wasThere);
            model.remove(account, paper);
        }

        private void link(UserRef one, UserRef other) {
            if (model.person(one).contains(other)) {
                return;
            }
            done.add("link " + one + " " + other);
            String code = "code" + seed + "-" + done.size();
            store.accounts().offer(code, new Offer(one, ""), clock.instant());
            assertThat(store.accounts().link(code, other, clock.instant()))
                    .as(story())
                    .isTrue();
            assertThat(store.accounts().link(code, other, clock.instant()))
                    .as(story())
                    .isFalse();
            model.link(one, other);
        }

        private void unlink(UserRef account) {
            done.add("unlink " + account);
            boolean wasLinked = model.person(account).size() > 1;
            assertThat(store.accounts().unlink(account)).as(story()).isEqualTo(wasLinked);
            if (wasLinked) {
                model.unlink(account);
            }
        }

        private void submit(UserRef account, PaperId paper) {
            done.add("submit " + account + " " + paper);
            ChannelRef channel = messages.getFirst().channel();
            Submission submission =
                    new Submission(channel, paper, account, "", "", clock.instant(), Submission.State.READY);
            if (store.submissions().submit(submission)) {
                model.submit(submission.server(), paper, account);
            }
        }

        private void delete(UserRef account) {
            done.add("delete " + account);
            store.personalData().forget(store.accounts().of(account));
            model.delete(account);
        }

        private void compare() {
            for (UserRef account : accounts) {
                assertThat(store.accounts().of(account))
                        .as(story())
                        .containsExactlyInAnyOrderElementsOf(model.person(account));
                assertThat(store.readingLists().entries(account))
                        .as("%s of %s", story(), account)
                        .extracting(SavedEntry::paper)
                        .containsExactlyInAnyOrderElementsOf(model.list(account));
            }
            Server server = messages.getFirst().channel().server().orElseThrow();
            Map<PaperId, List<Integer>> votes = new TreeMap<>();
            store.votes().in(server, clock.instant()).forEach((paper, support) -> votes.put(paper, numbers(support)));
            assertThat(votes).as(story()).isEqualTo(model.votes(server, posts));
        }

        private static List<Integer> numbers(Support support) {
            return List.of(support.votes(), support.saves());
        }

        private String story() {
            return "life " + seed + ": " + String.join("; ", done);
        }
    }
}
