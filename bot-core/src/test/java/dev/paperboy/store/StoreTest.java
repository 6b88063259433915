package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.digest.Edition;
import dev.paperboy.digest.EditionsContract;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.feed.ObservationsContract;
import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void name() {
        file = home.resolve("state").resolve("paperboy.db");
    }

    @Test
    void everythingIsThereAfterARestart() {
        Subscription schedule = SampleSubscriptions.daily(SampleSubscriptions.GENERAL);
        Edition edition =
                EditionsContract.twoPapers(schedule.id(), SampleSubscriptions.GENERAL, EditionsContract.MONDAY, NOW);
        MessageRef message = new MessageRef(SampleSubscriptions.GENERAL, "77");
        String key;
        try (Store store = Store.open(file)) {
            store.observations().record(List.of(ObservationsContract.upvotes(ObservationsContract.ONE, NOW, 5)));
            store.cursors().save("arxiv", "2026-11-23");
            store.readingLists().save(ReadingListsContract.ADA, ReadingListsContract.ONE, NOW);
            store.subscriptions().save(schedule, NOW);
            store.editions().plan(edition);
            store.postedPapers().record(message, List.of(ReadingListsContract.ONE), PostedPapers.Occasion.DIGEST);
            key = store.requestKeys().keyOf("search -- a long one");
        }

        try (Store store = Store.open(file)) {
            assertThat(store.observations().newest()).contains(NOW);
            assertThat(store.cursors().of("arxiv")).contains("2026-11-23");
            assertThat(store.readingLists().contains(ReadingListsContract.ADA, ReadingListsContract.ONE))
                    .isTrue();
            assertThat(store.subscriptions().in(SampleSubscriptions.GENERAL)).contains(schedule);
            assertThat(store.editions().find(edition.key())).contains(edition);
            assertThat(store.postedPapers().at(message)).containsExactly(ReadingListsContract.ONE);
            assertThat(store.requestKeys().textOf(key)).contains("search -- a long one");
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAlone() throws SQLException {
        Store.open(file).close();
        change("insert into flyway_schema_history values (99, '99', 'from the future', 'SQL', 'V99__x.sql', 1, 'me',"
                + " '2027-01-01 00:00:00.000', 1, 1)");

        assertThatThrownBy(() -> Store.open(file))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(StoreException.Kind.REFUSED))
                .hasMessageContaining("newer Paperboy")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "These are my notes, please keep them. ".repeat(100));

        assertThatThrownBy(() -> Store.open(file))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(StoreException.Kind.MALFORMED))
                .hasMessageContaining(file.toString());
        assertThat(file).content().startsWith("These are my notes");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path blocked = Files.writeString(home.resolve("blocked"), "a file");

        assertThatThrownBy(() -> Store.open(blocked.resolve("paperboy.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("blocked");
    }

    @Test
    void aWriterWaitsForAnother() throws Exception {
        try (Store store = Store.open(file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("begin immediate");
            Future<Boolean> saved = executor.submit(
                    () -> store.readingLists().save(ReadingListsContract.ADA, ReadingListsContract.ONE, NOW));
            assertThatThrownBy(() -> saved.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            statement.execute("commit");

            assertThat(saved.get()).isTrue();
        }
    }

    @Test
    void manyThreadsAndTwoStoresShareOneFile() throws Exception {
        try (Store one = Store.open(file);
                Store other = Store.open(file);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> saves = new ArrayList<>();
            for (int n = 0; n < 100; n++) {
                PaperId paper = new PaperId("2608." + (10_000 + n / 2));
                Store store = n % 2 == 0 ? one : other;
                saves.add(() -> store.readingLists().save(ReadingListsContract.ADA, paper, NOW));
            }
            int fresh = 0;
            for (Future<Boolean> saved : executor.invokeAll(saves)) {
                fresh += saved.get() ? 1 : 0;
            }

            assertThat(fresh).isEqualTo(50);
            assertThat(one.readingLists().entries(ReadingListsContract.ADA)).hasSize(50);
        }
    }

    @Test
    void severalThreadsMayOpenANewFileAtOnce() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Store>> openings = IntStream.range(0, 8)
                    .<Callable<Store>>mapToObj(n -> () -> Store.open(file))
                    .toList();
            for (Future<Store> opened : executor.invokeAll(openings)) {
                try (Store store = opened.get()) {
                    store.cursors().save("arxiv", "1");
                }
            }
        }
    }

    @Test
    void aWholeImportOfObservationsIsOneBatch() {
        List<Observation> many = IntStream.range(0, 30_000)
                .mapToObj(n -> ObservationsContract.upvotes(
                        new PaperId("2608." + (10_000 + n % 10_000)), NOW.plusSeconds(n), n))
                .toList();
        try (Store store = Store.open(file)) {
            assertThat(store.observations().record(many)).isEqualTo(30_000);
            assertThat(store.observations().seenBetween(NOW.plusSeconds(29_000), NOW.plusSeconds(30_000)))
                    .hasSize(1_000)
                    .allSatisfy((paper, history) -> assertThat(history).hasSize(3));
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
