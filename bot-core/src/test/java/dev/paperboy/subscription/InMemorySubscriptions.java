package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Subscriptions that live as long as the process. */
public final class InMemorySubscriptions implements Subscriptions {

    private record Row(Subscription subscription, Instant nextDue) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Subscription> in(ChannelRef channel) {
        return rows.values().stream()
                .map(Row::subscription)
                .filter(subscription -> subscription.channel().equals(channel))
                .findFirst();
    }

    @Override
    public synchronized void save(Subscription subscription, Instant nextDue) {
        Optional<LocalDate> last = Optional.ofNullable(rows.get(subscription.id()))
                .flatMap(row -> row.subscription().lastEdition());
        rows.put(subscription.id(), new Row(with(subscription, last, subscription.lastError()), nextDue));
    }

    @Override
    public synchronized List<Subscription> due(Set<Platform> platforms, Instant now) {
        return rows.values().stream()
                .filter(row -> row.subscription().active() && !row.nextDue().isAfter(now))
                .filter(row -> platforms.contains(row.subscription().channel().platform()))
                .sorted(Comparator.comparing(Row::nextDue))
                .map(Row::subscription)
                .toList();
    }

    @Override
    public synchronized void advance(String id, LocalDate edition, Instant nextDue) {
        rows.computeIfPresent(
                id,
                (same, row) -> new Row(
                        with(
                                row.subscription(),
                                Optional.of(edition),
                                row.subscription().lastError()),
                        nextDue));
    }

    @Override
    public synchronized void noteError(String id, Optional<String> error) {
        rows.computeIfPresent(
                id,
                (same, row) ->
                        new Row(with(row.subscription(), row.subscription().lastEdition(), error), row.nextDue()));
    }

    private static Subscription with(Subscription old, Optional<LocalDate> lastEdition, Optional<String> lastError) {
        return new Subscription(
                old.id(),
                old.channel(),
                old.timetable(),
                old.count(),
                old.topic(),
                old.manners(),
                old.madeBy(),
                old.active(),
                lastEdition,
                lastError);
    }
}
