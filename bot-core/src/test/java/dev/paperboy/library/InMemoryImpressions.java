package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Impressions that live as long as the process; accounts are not linked. */
public final class InMemoryImpressions implements Impressions {

    private final Map<UserRef, Set<PaperId>> shown = new HashMap<>();

    @Override
    public synchronized Set<PaperId> note(UserRef reader, Collection<PaperId> papers, Instant at) {
        Set<PaperId> fresh = new LinkedHashSet<>(papers);
        fresh.removeAll(of(reader));
        shown.computeIfAbsent(reader, _ -> new LinkedHashSet<>()).addAll(fresh);
        return fresh;
    }

    @Override
    public synchronized Set<PaperId> of(UserRef reader) {
        return Set.copyOf(shown.getOrDefault(reader, Set.of()));
    }

    @Override
    public synchronized boolean forget(UserRef reader) {
        return shown.remove(reader) != null;
    }
}
