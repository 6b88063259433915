package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscriptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks off before every single step that a digest notes down, starts anew on the same file, and looks. */
class DigestRestartTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Set<String> STEPS = Set.of("plan", "advance", "sent", "close", "record", "noteError");

    @TempDir
    Path home;

    /** What a test breaks off with. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whereverItBreaksOffNothingIsLostAndNothingKnownRepeated() {
        int crashes = 0;
        for (int step = 1; crashesAt(step); step++) {
            crashes = step;
        }
        // plan, advance, three parts sent and recorded, close, noteError
        assertThat(crashes).isEqualTo(10);
    }

    /** Runs a digest that dies before its n-th step, and then a second process; false if it has fewer steps. */
    private boolean crashesAt(int step) {
        Path file = home.resolve("step" + step + ".db");
        try (Store store = Store.open(file);
                DigestBench bench = bench(store, Integer.MAX_VALUE, new ArrayList<>())) {
            bench.subscribe(SampleSubscriptions.daily(GENERAL));
            bench.votes(1, 1, NINE);
            bench.votes(2, 2, NINE);
            bench.votes(3, 3, NINE);
        }
        List<String> done = new ArrayList<>();
        List<ScriptedSurface.Post> posts = new ArrayList<>();
        boolean crashed = tick(file, step, done, posts);
        String last = done.isEmpty() ? "" : done.getLast();
        tick(file, Integer.MAX_VALUE, new ArrayList<>(), posts);
        tick(file, Integer.MAX_VALUE, new ArrayList<>(), posts);

        assertThat(posts.stream().map(ScriptedSurface.Post::deliveryKey).distinct())
                .as("broken off after %s", done)
                .hasSize(3);
        // Only a crash between the post and the note of it leaves us not knowing; then the key is the same.
        int unknown = crashed && last.equals("sent") ? 1 : 0;
        assertThat(posts).as("broken off in %s", done).hasSize(3 + unknown);
        assertEverythingIsNoted(file);
        return crashed;
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

    private static boolean tick(Path file, int dyingAt, List<String> done, List<ScriptedSurface.Post> posts) {
        try (Store store = Store.open(file);
                DigestBench bench = bench(store, dyingAt, done)) {
            try {
                bench.tick(NINE.plusSeconds(1));
                return false;
            } catch (IllegalStateException crash) {
                assertThat(crash).hasRootCauseInstanceOf(Crash.class);
                return true;
            } finally {
                posts.addAll(bench.discord.posts());
            }
        }
    }

    private static DigestBench bench(Store store, int dyingAt, List<String> done) {
        AtomicInteger steps = new AtomicInteger();
        DigestBench bench = new DigestBench(
                NINE,
                store.observations(),
                dying(Subscriptions.class, store.subscriptions(), dyingAt, steps, done),
                dying(Editions.class, store.editions(), dyingAt, steps, done),
                dying(PostedPapers.class, store.postedPapers(), dyingAt, steps, done));
        bench.index.add(List.of(
                DigestBench.paper(1, "Paper 1", "cs.LG"),
                DigestBench.paper(2, "Paper 2", "cs.LG"),
                DigestBench.paper(3, "Paper 3", "cs.LG")));
        return bench;
    }

    /** A port whose process dies before the n-th step of all; from then on nothing is noted any more. */
    private static <T> T dying(Class<T> port, T real, int dyingAt, AtomicInteger steps, List<String> done) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (STEPS.contains(method.getName())) {
                        done.add(method.getName());
                        if (steps.incrementAndGet() >= dyingAt) {
                            throw new Crash();
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException trouble) {
                        throw trouble.getCause();
                    }
                }));
    }
}
