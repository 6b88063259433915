package dev.paperboy.config.sandbox;

import dev.paperboy.config.Home;
import dev.paperboy.paper.Observation;
import dev.paperboy.store.Store;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** Lets the sandbox know what a home folder has observed, though it keeps a store of its own. */
final class KnownObservations {

    /** Beyond whatever a clock of ours may say. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private KnownObservations() {}

    /** Copies what is new since the last time; a home folder without a store has nothing to copy. */
    static void copy(Home from, Home to) {
        if (!Files.exists(from.database())) {
            return;
        }
        try (Store source = Store.open(from.database());
                Store target = Store.open(to.database())) {
            List<Observation> known = source.observations().seenBetween(Instant.EPOCH, EVER).values().stream()
                    .flatMap(List::stream)
                    .toList();
            target.observations().record(known);
        }
    }
}
