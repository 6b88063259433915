package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts that live as long as the process. */
final class InMemoryAlerts implements Alerts {

    private final Map<Long, Alert> all = new LinkedHashMap<>();
    private final Set<Long> settled = new HashSet<>();
    private long last;

    @Override
    public synchronized void note(Collection<Alert> alerts) {
        for (Alert alert : alerts) {
            if (all.values().stream().noneMatch(other -> isSame(other, alert))) {
                all.put(++last, alert);
            }
        }
    }

    private static boolean isSame(Alert one, Alert other) {
        return one.channel().equals(other.channel())
                && one.paper().equals(other.paper())
                && one.cause().equals(other.cause());
    }

    @Override
    public synchronized Set<ChannelRef> ripe(Set<Platform> platforms, Instant quietSince, Instant oldest) {
        return open()
                .map(Waiting::alert)
                .filter(alert -> platforms.contains(alert.channel().platform()))
                .collect(Collectors.groupingBy(Alert::channel, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each ->
                        each.getValue().stream().noneMatch(alert -> alert.at().isAfter(quietSince))
                                || each.getValue().stream()
                                        .anyMatch(alert -> !alert.at().isAfter(oldest)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public synchronized List<Waiting> waiting(ChannelRef channel) {
        return open().filter(one -> one.alert().channel().equals(channel)).toList();
    }

    private Stream<Waiting> open() {
        return all.entrySet().stream()
                .filter(each -> !settled.contains(each.getKey()))
                .map(each -> new Waiting(each.getKey(), each.getValue()));
    }

    @Override
    public synchronized void settle(Collection<Waiting> alerts) {
        alerts.forEach(one -> settled.add(one.number()));
    }

    @Override
    public synchronized void forget(Instant before) {
        all.entrySet()
                .removeIf(each ->
                        settled.contains(each.getKey()) && each.getValue().at().isBefore(before));
    }
}
