package dev.paperboy.digest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Refusals that are remembered as long as the process lives. */
public final class InMemoryRefusals implements Refusals {

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    @Override
    public Optional<Refusal> of(String subscription) {
        return Optional.ofNullable(refusals.get(subscription));
    }

    @Override
    public void note(String subscription, Refusal refusal) {
        refusals.put(subscription, refusal);
    }

    @Override
    public void forget(String subscription) {
        refusals.remove(subscription);
    }
}
