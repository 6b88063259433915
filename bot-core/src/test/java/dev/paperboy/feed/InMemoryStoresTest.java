package dev.paperboy.feed;

import org.junit.jupiter.api.Nested;

class InMemoryStoresTest {

    @Nested
    class CursorsTest implements CursorsContract {
        @Override
        public Cursors cursors() {
            return new InMemoryCursors();
        }
    }

    @Nested
    class ObservationsTest implements ObservationsContract {
        @Override
        public Observations observations() {
            return new InMemoryObservations();
        }
    }
}
