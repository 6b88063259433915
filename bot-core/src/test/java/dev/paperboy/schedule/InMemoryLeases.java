package dev.paperboy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Leases that end with the process; they can be out of reach for a while, as a store can. */
final class InMemoryLeases implements Leases {

    private record Held(String owner, Instant end) {}

    private final InstantSource clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    InMemoryLeases(InstantSource clock) {
        this.clock = clock;
    }

    void reachable(boolean now) {
        reachable = now;
    }

    @Override
    public boolean acquire(String name, String owner, Duration term) {
        Instant now = now();
        Held wanted = new Held(owner, now.plus(term));
        return held.merge(
                        name,
                        wanted,
                        (old, fresh) -> old.owner().equals(owner) || !old.end().isAfter(now) ? fresh : old)
                .owner()
                .equals(owner);
    }

    @Override
    public boolean renew(String name, String owner, Duration term) {
        Held wanted = new Held(owner, now().plus(term));
        Held now = held.computeIfPresent(name, (same, old) -> old.owner().equals(owner) ? wanted : old);
        return now != null && now.owner().equals(owner);
    }

    @Override
    public void release(String name, String owner) {
        now();
        held.computeIfPresent(name, (same, old) -> old.owner().equals(owner) ? null : old);
    }

    private Instant now() {
        if (!reachable) {
            throw new IllegalStateException("out of reach");
        }
        return clock.instant();
    }
}
