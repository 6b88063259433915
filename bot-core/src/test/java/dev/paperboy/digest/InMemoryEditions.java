package dev.paperboy.digest;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Editions that live as long as the process. */
public final class InMemoryEditions implements Editions {

    private final Map<String, Edition> editions = new LinkedHashMap<>();
    /** The keys of those that are open: few of many. */
    private final Set<String> open = new LinkedHashSet<>();

    @Override
    public synchronized boolean plan(Edition edition) {
        boolean news = !editions.containsKey(edition.key());
        if (news) {
            keep(edition);
        }
        return news;
    }

    private void keep(Edition edition) {
        editions.put(edition.key(), edition);
        if (edition.state() == Edition.State.OPEN) {
            open.add(edition.key());
        } else {
            open.remove(edition.key());
        }
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
    public synchronized boolean claim(String key, int part, Edition.Claim claim) {
        boolean free = part(key, part)
                .filter(found -> found.state() == Edition.PartState.UNSENT)
                .isPresent();
        if (free) {
            sending(key, part, claim);
        }
        return free;
    }

    @Override
    public synchronized boolean reclaim(String key, int part, Edition.Claim former, Edition.Claim claim) {
        boolean holds = holds(key, part, former);
        if (holds) {
            sending(key, part, claim);
        }
        return holds;
    }

    @Override
    public synchronized void release(String key, int part, Edition.Claim claim) {
        if (holds(key, part, claim)) {
            changePart(key, part, old -> Edition.Part.unsent(part, old.item()));
        }
    }

    private boolean holds(String key, int number, Edition.Claim claim) {
        return part(key, number)
                .flatMap(Edition.Part::claim)
                .filter(held -> held.owner().equals(claim.owner()) && held.at().equals(claim.at()))
                .isPresent();
    }

    private Optional<Edition.Part> part(String key, int number) {
        return find(key).stream()
                .flatMap(edition -> edition.parts().stream())
                .filter(part -> part.number() == number)
                .findFirst();
    }

    private void sending(String key, int part, Edition.Claim claim) {
        changePart(
                key,
                part,
                old -> new Edition.Part(
                        part, old.item(), Edition.PartState.SENDING, Optional.empty(), Optional.of(claim)));
    }

    @Override
    public synchronized void sent(String key, int part, MessageRef message) {
        changePart(
                key,
                part,
                old -> new Edition.Part(
                        part, old.item(), Edition.PartState.SENT, Optional.of(message), Optional.empty()));
    }

    @Override
    public synchronized void unclear(String key, int part) {
        settle(key, part, Edition.PartState.UNCLEAR);
    }

    @Override
    public synchronized void dropped(String key, int part) {
        settle(key, part, Edition.PartState.DROPPED);
    }

    private void settle(String key, int part, Edition.PartState state) {
        changePart(key, part, old -> new Edition.Part(part, old.item(), state, Optional.empty(), Optional.empty()));
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
        return open.stream().map(editions::get).sorted(Comparator.comparing(Edition::plannedAt));
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
        find(key).map(change).ifPresent(this::keep);
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
