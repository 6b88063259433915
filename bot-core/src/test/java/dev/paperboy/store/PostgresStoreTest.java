package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.digest.Edition;
import dev.paperboy.digest.EditionsContract;
import dev.paperboy.feed.ObservationsContract;
import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link StoreTest} says of a file, and what only a server can do, of a PostgreSQL server. */
class PostgresStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final TestPostgres postgres = TestPostgres.fresh();

    @AfterEach
    void drop() {
        postgres.close();
    }

    @Test
    void everythingIsThereAfterARestart() {
        Subscription schedule = SampleSubscriptions.daily(SampleSubscriptions.GENERAL);
        Edition edition =
                EditionsContract.twoPapers(schedule.id(), SampleSubscriptions.GENERAL, EditionsContract.MONDAY, NOW);
        try (Store store = postgres.open()) {
            assertThat(store.isShared()).isTrue();
            store.subscriptions().save(schedule, NOW);
            store.editions().plan(edition);
            store.readingLists().save(ReadingListsContract.ADA, ReadingListsContract.ONE, NOW);
        }

        try (Store store = postgres.open()) {
            assertThat(store.subscriptions().in(SampleSubscriptions.GENERAL)).contains(schedule);
            assertThat(store.editions().find(edition.key())).contains(edition);
            assertThat(store.readingLists().contains(ReadingListsContract.ADA, ReadingListsContract.ONE))
                    .isTrue();
        }
    }

    @Test
    void severalInstancesMayOpenANewDatabaseAtOnceAndShareIt() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Store>> openings = IntStream.range(0, 6)
                    .<Callable<Store>>mapToObj(n -> postgres::open)
                    .toList();
            List<Callable<Boolean>> saves = new ArrayList<>();
            List<Store> stores = new ArrayList<>();
            for (Future<Store> opened : executor.invokeAll(openings)) {
                stores.add(opened.get());
            }
            for (int n = 0; n < 120; n++) {
                Store store = stores.get(n % stores.size());
                PaperId paper = new PaperId("2608." + (10_000 + n / 2));
                saves.add(() -> store.readingLists().save(ReadingListsContract.ADA, paper, NOW));
            }
            int fresh = 0;
            for (Future<Boolean> saved : executor.invokeAll(saves)) {
                fresh += saved.get() ? 1 : 0;
            }

            assertThat(fresh).isEqualTo(60);
            stores.forEach(Store::close);
        }
    }

    /** Trending keeps what it reckoned until the number changes; a lower one that came later would never be seen. */
    @Test
    void observationsBecomeVisibleInTheOrderOfTheirNumbers() throws Exception {
        try (Store one = postgres.open();
                Store other = postgres.open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> recorded = new ArrayList<>();
            for (int batch = 0; batch < 20; batch++) {
                Store store = batch % 2 == 0 ? one : other;
                List<Observation> some = observations(batch * 500, 500);
                recorded.add(executor.submit(() -> store.observations().record(some)));
            }
            long seen = 0;
            while (seen < 10_000) {
                long generation = one.observations().generation();
                int known = one.observations()
                        .seenBetween(Instant.EPOCH, NOW.plusSeconds(20_000))
                        .size();
                assertThat(known).isGreaterThanOrEqualTo(Math.toIntExact(generation));
                seen = known;
            }
            for (Future<Integer> one500 : recorded) {
                assertThat(one500.get()).isEqualTo(500);
            }
        }
    }

    private static List<Observation> observations(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> ObservationsContract.upvotes(new PaperId("2608." + (10_000 + n)), NOW.plusSeconds(n), n))
                .toList();
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAlone() {
        postgres.open().close();
        postgres.execute("insert into flyway_schema_history values (99, '99', 'from the future', 'SQL', 'V99__x.sql',"
                + " 1, 'me', now(), 1, true)");

        assertRefused(postgres::open, "newer Paperboy");
    }

    @Test
    void aSchemaOfSomethingElseIsRefusedAndLeftAlone() {
        postgres.execute("create table customer (id integer)");

        assertRefused(postgres::open, "holds tables of something else");
    }

    @Test
    void aDatabaseThatIsNotThereAndAUserWhoIsUnknownAreNamedWithoutThePassword() {
        String database = postgres.url().replace("/postgres?", "/nowhere?") + "&password=geheim";
        String user = postgres.url().replace("user=postgres", "user=nobody") + "&password=geheim";

        assertRefused(() -> Store.open(StoreUrl.parse(database)), "nowhere at", "does not exist");
        assertRefused(() -> Store.open(StoreUrl.parse(user)), "does not let us in", "nobody");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        StoreUrl url = StoreUrl.parse("jdbc:postgresql://127.0.0.1:9/paperboy?user=bot&password=geheim");

        assertThatThrownBy(() -> Store.open(url))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE))
                .hasMessageContaining("paperboy at 127.0.0.1:9 cannot be reached")
                .hasStackTraceContaining("Connection")
                .satisfies(PostgresStoreTest::hidesThePassword);
    }

    private static void assertRefused(ThrowingCallable opening, String... said) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(StoreException.Kind.REFUSED))
                .hasMessageContainingAll(said)
                .satisfies(PostgresStoreTest::hidesThePassword);
    }

    private static void hidesThePassword(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain("geheim");
        }
    }
}
