package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reminders, remembered as long as the process lives; accounts are not linked. */
public final class InMemoryNudges implements Nudges {

    private final Map<UserRef, Instant> next = new HashMap<>();

    @Override
    public synchronized void set(UserRef reader, Optional<Instant> at) {
        next.remove(reader);
        at.ifPresent(instant -> next.put(reader, instant));
    }

    @Override
    public synchronized Optional<Instant> next(UserRef reader) {
        return Optional.ofNullable(next.get(reader));
    }

    @Override
    public synchronized boolean settle(Due due, Instant at) {
        return next.replace(due.reader(), due.at(), at);
    }

    @Override
    public synchronized List<Due> due(Instant now) {
        return next.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(now))
                .map(each -> new Due(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }
}
