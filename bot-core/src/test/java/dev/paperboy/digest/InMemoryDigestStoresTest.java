package dev.paperboy.digest;

import org.junit.jupiter.api.Nested;

class InMemoryDigestStoresTest {

    @Nested
    class PostedPapersTest implements PostedPapersContract {
        @Override
        public PostedPapers postedPapers() {
            return new InMemoryPostedPapers();
        }
    }

    @Nested
    class EditionsTest implements EditionsContract {
        @Override
        public Editions editions() {
            return new InMemoryEditions();
        }
    }

    @Nested
    class AlertsTest implements AlertsContract {
        @Override
        public Alerts alerts() {
            return new InMemoryAlerts();
        }
    }

    @Nested
    class RefusalsTest implements RefusalsContract {
        @Override
        public Refusals refusals() {
            return new InMemoryRefusals();
        }
    }
}
