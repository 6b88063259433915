package dev.paperboy.schedule;

import dev.paperboy.store.Store;
import dev.paperboy.store.StoreUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The child process of {@link SharedClockworkTest}: begins its turn, says so, and is at it until it is killed. */
final class KilledClockwork {

    static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private KilledClockwork() {}

    @SuppressWarnings("SystemOut") // the pipe to the test
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch killed = new CountDownLatch(1);
        Job endless = new Job("digest", Cadence.every(Duration.ofHours(1)), now -> {
            System.out.println("at work");
            try {
                killed.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        try (Store store = Store.open(StoreUrl.parse(args[0]));
                Clockwork clockwork =
                        new Clockwork(store.dataSource(), "killed", InstantSource.fixed(NINE), List.of(endless))) {
            clockwork.start();
            killed.await();
        }
    }
}
