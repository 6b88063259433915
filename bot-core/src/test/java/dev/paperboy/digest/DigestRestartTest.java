package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.WatchesContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks off before every single step that a digest takes, in the store and at the platform, starts anew on the same file,
 * and looks. The platform survives, and takes what comes twice as two.
 */
class DigestRestartTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Set<String> STEPS =
            Set.of("plan", "advance", "settle", "claim", "reclaim", "sent", "close", "record", "noteError", "forget");

    @TempDir
    Path home;

    /** What stood without being known when the first process had died. */
    private final List<MessageRef> unknown = new ArrayList<>();

    /** What a test breaks off with. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whereverItBreaksOffNothingIsLostOrRepeated() {
        List<String> steps = new ArrayList<>();
        for (int step = 1; ; step++) {
            ScriptedSurface discord = new ScriptedSurface(Platform.DISCORD);
            Optional<String> broken = brokenOffBefore(step, discord, discord);
            assertThat(keys(discord))
                    .as("broken off before step %s, %s", step, broken)
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(discord.read())
                    .as("what stood and nobody knew, broken off before step %s, %s", step, broken)
                    .containsAll(unknown);
            if (broken.isEmpty()) {
                break;
            }
            steps.add(broken.get());
        }
        List<String> part = List.of("claim", "post", "answer", "sent", "record");
        assertThat(steps)
                .startsWith("plan", "advance")
                .containsSubsequence(part)
                .endsWith("close", "forget", "noteError")
                .hasSize(2 + 3 * part.size() + 3);
    }

    @Test
    void whereverAnAlertBreaksOffItIsToldOnce() {
        List<String> steps = new ArrayList<>();
        Optional<String> broken = Optional.of("");
        for (int step = 1; broken.isPresent(); step++) {
            ScriptedSurface discord = new ScriptedSurface(Platform.DISCORD);
            Path file = home.resolve("alert-" + step + ".db");
            try (Store store = Store.open(file)) {
                alert(store);
            }
            broken = brokenOffBefore(step, file, new PassingSurface(discord));
            assertThat(keys(discord))
                    .as("broken off before step %s, %s", step, broken)
                    .singleElement()
                    .asString()
                    .startsWith("watches/discord/900/1@");
            broken.ifPresent(steps::add);
            try (Store store = Store.open(file)) {
                assertThat(store.postedPapers().at(new MessageRef(GENERAL, "1")))
                        .containsExactly(DigestBench.id(1), DigestBench.id(2));
                assertThat(store.editions().open(EditionsContract.EVERYWHERE, NINE.plusSeconds(86_400)))
                        .isEmpty();
            }
        }
        assertThat(steps)
                .containsExactly(
                        "plan", "settle", "claim", "post", "answer", "sent", "record", "close", "forget", "noteError");
    }

    private static void alert(Store store) {
        Instant earlier = NINE.minusSeconds(600);
        store.watches().add(WatchesContract.watch(GENERAL, "paper"));
        store.alerts()
                .note(List.of(
                        new Alert(GENERAL, DigestBench.id(1), Alert.Cause.NEW, "Fits “paper”", earlier),
                        new Alert(GENERAL, DigestBench.id(2), Alert.Cause.NEW, "Fits “paper”", earlier)));
    }

    @Test
    void withoutAskingTheSameBreaksRepeatAPost() {
        List<String> doubled = new ArrayList<>();
        Optional<String> broken = Optional.of("");
        for (int step = 1; broken.isPresent(); step++) {
            ScriptedSurface discord = new ScriptedSurface(Platform.DISCORD);
            broken = brokenOffBefore(step, discord, new PassingSurface(discord) {
                @Override
                public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
                    return new Whereabouts.Nowhere();
                }
            });
            if (discord.posts().size() > 3) {
                broken.ifPresent(doubled::add);
            }
        }
        assertThat(doubled).containsExactly("answer", "sent", "answer", "sent", "answer", "sent");
    }

    private static List<String> keys(ScriptedSurface surface) {
        return surface.posts().stream().map(ScriptedSurface.Post::deliveryKey).toList();
    }

    /** Runs a digest that dies before its n-th step, and then a second process; gives the step, if there are so many. */
    private Optional<String> brokenOffBefore(int step, ScriptedSurface platform, PassingSurface surface) {
        Path file = home.resolve(platform.hashCode() + "-" + step + ".db");
        try (Store store = Store.open(file);
                DigestBench bench = bench(store, new Life(Integer.MAX_VALUE))) {
            bench.subscribe(SampleSubscriptions.daily(GENERAL));
            bench.votes(1, 1, NINE);
            bench.votes(2, 2, NINE);
            bench.votes(3, 3, NINE);
        }
        Optional<String> broken = tick(file, new Life(step), surface);
        unknown.clear();
        unknown.addAll(unknown(file, platform));
        goOn(file, surface);
        assertEverythingIsNoted(file);
        return broken;
    }

    private static Optional<String> brokenOffBefore(int step, Path file, PassingSurface surface) {
        Optional<String> broken = tick(file, new Life(step), surface);
        goOn(file, surface);
        return broken;
    }

    private static void goOn(Path file, PassingSurface surface) {
        tick(file, new Life(Integer.MAX_VALUE), surface);
        tick(file, new Life(Integer.MAX_VALUE), surface);
    }

    /** The messages that stand without being known. */
    private static List<MessageRef> unknown(Path file, ScriptedSurface platform) {
        try (Store store = Store.open(file)) {
            return IntStream.rangeClosed(1, platform.posts().size())
                    .mapToObj(number -> new MessageRef(GENERAL, String.valueOf(number)))
                    .filter(message -> store.postedPapers().at(message).isEmpty())
                    .toList();
        }
    }

    private Optional<String> brokenOffBefore(int step, ScriptedSurface platform, ScriptedSurface surface) {
        return brokenOffBefore(step, platform, new PassingSurface(surface));
    }

    private static void assertEverythingIsNoted(Path file) {
        try (Store store = Store.open(file)) {
            assertThat(store.postedPapers()
                            .postedIn(GENERAL, List.of(DigestBench.id(1), DigestBench.id(2), DigestBench.id(3))))
                    .hasSize(3);
            Edition edition = store.editions()
                    .find(Edition.keyOf(SampleSubscriptions.daily(GENERAL).id(), EditionsContract.MONDAY))
                    .orElseThrow();
            assertThat(edition.state()).isEqualTo(Edition.State.DONE);
            for (Edition.Part part : edition.parts()) {
                MessageRef message = part.message().orElseThrow();
                assertThat(store.postedPapers().at(message)).hasSize(1);
            }
        }
    }

    private static Optional<String> tick(Path file, Life life, PassingSurface surface) {
        try (Store store = Store.open(file);
                DigestBench bench = bench(store, life);
                DigestJob job = bench.job(List.of(life.of(surface)))) {
            bench.clock.set(NINE.plusSeconds(1));
            job.tick(NINE.plusSeconds(1));
            return Optional.empty();
        } catch (IllegalStateException crash) {
            assertThat(crash).hasRootCauseInstanceOf(Crash.class);
            return life.last;
        }
    }

    private static DigestBench bench(Store store, Life life) {
        DigestBench bench = new DigestBench(
                NINE,
                store.observations(),
                life.of(Subscriptions.class, store.subscriptions()),
                life.of(Editions.class, store.editions()),
                life.of(Refusals.class, store.refusals()),
                life.of(PostedPapers.class, store.postedPapers()),
                life.of(Alerts.class, store.alerts()),
                store.watches());
        bench.index.add(List.of(
                DigestBench.paper(1, "Paper 1", "cs.LG"),
                DigestBench.paper(2, "Paper 2", "cs.LG"),
                DigestBench.paper(3, "Paper 3", "cs.LG")));
        return bench;
    }

    /** A process that dies before its n-th step; from then on it does nothing any more. */
    private static final class Life {
        private final int dyingAt;
        private int steps;
        private Optional<String> last = Optional.empty();

        Life(int dyingAt) {
            this.dyingAt = dyingAt;
        }

        private synchronized void step(String name) {
            if (++steps == dyingAt) {
                last = Optional.of(name);
            }
            if (steps >= dyingAt) {
                throw new Crash();
            }
        }

        <T> T of(Class<T> port, T real) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        if (STEPS.contains(method.getName())) {
                            step(method.getName());
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException trouble) {
                            throw trouble.getCause();
                        }
                    }));
        }

        /** A way to the platform that breaks before the platform has a post, or before its answer is back. */
        PassingSurface of(PassingSurface real) {
            return new PassingSurface(real) {
                @Override
                public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
                    step("post");
                    MessageRef message = super.post(channel, content, deliveryKey);
                    step("answer");
                    return message;
                }
            };
        }
    }
}
