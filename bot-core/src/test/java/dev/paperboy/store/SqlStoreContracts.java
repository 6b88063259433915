package dev.paperboy.store;

import dev.paperboy.chat.RequestKeys;
import dev.paperboy.chat.RequestKeysContract;
import dev.paperboy.community.Submissions;
import dev.paperboy.community.SubmissionsContract;
import dev.paperboy.digest.Alerts;
import dev.paperboy.digest.AlertsContract;
import dev.paperboy.digest.Editions;
import dev.paperboy.digest.EditionsContract;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.digest.PostedPapersContract;
import dev.paperboy.digest.Refusals;
import dev.paperboy.digest.RefusalsContract;
import dev.paperboy.feed.Cursors;
import dev.paperboy.feed.CursorsContract;
import dev.paperboy.feed.Observations;
import dev.paperboy.feed.ObservationsContract;
import dev.paperboy.library.Impressions;
import dev.paperboy.library.ImpressionsContract;
import dev.paperboy.library.Nudges;
import dev.paperboy.library.NudgesContract;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.library.ReadingListsContract;
import dev.paperboy.person.Accounts;
import dev.paperboy.person.AccountsContract;
import dev.paperboy.reaction.StandingReactions;
import dev.paperboy.reaction.StandingReactionsContract;
import dev.paperboy.schedule.Leases;
import dev.paperboy.schedule.LeasesContract;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import dev.paperboy.subscription.Watches;
import dev.paperboy.subscription.WatchesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Every port's contract on a real database; each database has a class of its own that opens it. */
abstract class SqlStoreContracts {

    private Store store;

    /** An empty one, fresh for each test. */
    abstract Store fresh() throws Exception;

    /** A test is over with it. */
    void end(Store used) {
        used.close();
    }

    @BeforeEach
    void open() throws Exception {
        store = fresh();
    }

    @AfterEach
    void close() {
        end(store);
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
    class VotesTest implements VotesContract {
        @Override
        public Store store() {
            return store;
        }
    }

    @Nested
    class AccountsTest implements AccountsContract {
        @Override
        public Accounts accounts() {
            return store.accounts();
        }
    }

    @Nested
    class LinkedListsTest implements LinkedListsContract {
        @Override
        public Store store() {
            return store;
        }
    }

    @Nested
    class DeparturesTest implements DeparturesContract {
        @Override
        public Store store() {
            return store;
        }
    }

    @Nested
    class NudgesTest implements NudgesContract {
        @Override
        public Nudges nudges() {
            return store.nudges();
        }
    }

    @Nested
    class JournalClubTest implements JournalClubContract {
        @Override
        public Store store() {
            return store;
        }
    }

    @Nested
    class ImpressionsTest implements ImpressionsContract {
        @Override
        public Impressions impressions() {
            return store.impressions();
        }
    }

    @Nested
    class PersonalDataTest implements PersonalDataContract {
        @Override
        public Store store() {
            return store;
        }
    }

    @Nested
    class SubmissionsTest implements SubmissionsContract {
        @Override
        public Submissions submissions() {
            return store.submissions();
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
    class WatchesTest implements WatchesContract {
        @Override
        public Watches watches() {
            return store.watches();
        }
    }

    @Nested
    class AlertsTest implements AlertsContract {
        @Override
        public Alerts alerts() {
            return store.alerts();
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
    class RefusalsTest implements RefusalsContract {
        @Override
        public Refusals refusals() {
            return store.refusals();
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

    @Nested
    class LeasesTest implements LeasesContract {
        @Override
        public Leases leases(SettableTime clock) {
            return store.leases(clock);
        }
    }
}
