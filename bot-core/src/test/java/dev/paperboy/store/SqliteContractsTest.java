package dev.paperboy.store;

import dev.paperboy.chat.RequestKeys;
import dev.paperboy.chat.RequestKeysContract;
import dev.paperboy.digest.Editions;
import dev.paperboy.digest.EditionsContract;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.digest.PostedPapersContract;
import dev.paperboy.feed.Cursors;
import dev.paperboy.feed.CursorsContract;
import dev.paperboy.feed.Observations;
import dev.paperboy.feed.ObservationsContract;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.reaction.StandingReactions;
import dev.paperboy.reaction.StandingReactionsContract;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every port's contract on real SQLite files. */
class SqliteContractsTest {

    @TempDir
    Path home;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("paperboy.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Nested
    class ObservationsTest implements ObservationsContract {
        @Override
        public Observations observations() {
            return store.observations();
        }
    }

    @Nested
    class CursorsTest implements CursorsContract {
        @Override
        public Cursors cursors() {
            return store.cursors();
        }
    }

    @Nested
    class StandingReactionsTest implements StandingReactionsContract {
        @Override
        public StandingReactions standingReactions() {
            return store.standingReactions();
        }
    }

    @Nested
    class ReadingListsTest implements ReadingListsContract {
        @Override
        public ReadingLists readingLists() {
            return store.readingLists();
        }
    }

    @Nested
    class SubscriptionsTest implements SubscriptionsContract {
        @Override
        public Subscriptions subscriptions() {
            return store.subscriptions();
        }
    }

    @Nested
    class EditionsTest implements EditionsContract {
        @Override
        public Editions editions() {
            return store.editions();
        }
    }

    @Nested
    class PostedPapersTest implements PostedPapersContract {
        @Override
        public PostedPapers postedPapers() {
            return store.postedPapers();
        }
    }

    @Nested
    class RequestKeysTest implements RequestKeysContract {
        @Override
        public RequestKeys requestKeys() {
            return store.requestKeys();
        }
    }
}
