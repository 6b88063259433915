package dev.paperboy.digest;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Editions that live as long as the process. */
public final class InMemoryEditions implements Editions {

    private final Map<String, Edition> editions = new LinkedHashMap<>();

    @Override
    public synchronized boolean plan(Edition edition) {
        return editions.putIfAbsent(edition.key(), edition) == null;
    }

    @Override
    public synchronized Optional<Edition> find(String key) {
        return Optional.ofNullable(editions.get(key));
    }

    @Override
    public synchronized List<Edition> open(Set<Platform> platforms, Instant now) {
        return open().filter(edition -> platforms.contains(edition.channel().platform()))
                .filter(edition -> !edition.nextTry().isAfter(now))
                .toList();
    }

    @Override
    public synchronized List<Edition> openOf(String subscription) {
        return open().filter(edition -> edition.subscription().equals(subscription))
                .toList();
    }

    @Override
    public synchronized void sent(String key, int part, MessageRef message) {
        changePart(key, part, old -> new Edition.Part(part, old.item(), Edition.PartState.SENT, Optional.of(message)));
    }

    @Override
    public synchronized void unclear(String key, int part) {
        changePart(key, part, old -> new Edition.Part(part, old.item(), Edition.PartState.UNCLEAR, Optional.empty()));
    }

    @Override
    public synchronized void dropped(String key, int part) {
        changePart(key, part, old -> new Edition.Part(part, old.item(), Edition.PartState.DROPPED, Optional.empty()));
    }

    @Override
    public synchronized void postpone(String key, Instant nextTry) {
        change(key, old -> with(old, old.parts(), old.state(), old.attempts() + 1, nextTry));
    }

    @Override
    public synchronized void close(String key, Edition.State state) {
        change(key, old -> with(old, old.parts(), state, old.attempts(), old.nextTry()));
    }

    private Stream<Edition> open() {
        return editions.values().stream()
                .filter(edition -> edition.state() == Edition.State.OPEN)
                .sorted(Comparator.comparing(Edition::plannedAt));
    }

    private void changePart(String key, int number, UnaryOperator<Edition.Part> change) {
        change(key, old -> {
            List<Edition.Part> parts = old.parts().stream()
                    .map(part -> part.number() == number ? change.apply(part) : part)
                    .toList();
            return with(old, parts, old.state(), old.attempts(), old.nextTry());
        });
    }

    private void change(String key, UnaryOperator<Edition> change) {
        editions.computeIfPresent(key, (same, edition) -> change.apply(edition));
    }

    private static Edition with(
            Edition old, List<Edition.Part> parts, Edition.State state, int attempts, Instant nextTry) {
        return new Edition(
                old.key(),
                old.subscription(),
                old.channel(),
                old.date(),
                old.plannedAt(),
                parts,
                state,
                attempts,
                nextTry);
    }
}
