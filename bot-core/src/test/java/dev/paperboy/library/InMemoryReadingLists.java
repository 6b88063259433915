package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading lists that live as long as the process. */
public final class InMemoryReadingLists implements ReadingLists {

    private final Map<UserRef, Map<PaperId, Instant>> lists = new LinkedHashMap<>();
    private final Set<UserRef> withoutNotes = new HashSet<>();

    @Override
    public synchronized boolean save(UserRef user, PaperId paper, Instant at) {
        return list(user).putIfAbsent(paper, at.truncatedTo(ChronoUnit.MILLIS)) == null;
    }

    @Override
    public synchronized boolean remove(UserRef user, PaperId paper) {
        return list(user).remove(paper) != null;
    }

    @Override
    public synchronized boolean contains(UserRef user, PaperId paper) {
        return list(user).containsKey(paper);
    }

    @Override
    public synchronized SavedPage page(UserRef user, int offset, int limit) {
        List<SavedEntry> all = list(user).entrySet().stream()
                .map(entry -> new SavedEntry(entry.getKey(), entry.getValue()))
                .toList()
                .reversed();
        List<SavedEntry> page = all.stream()
                .sorted(Comparator.comparing(SavedEntry::savedAt).reversed())
                .skip(offset)
                .limit(limit)
                .toList();
        return new SavedPage(page, offset, all.size());
    }

    @Override
    public synchronized Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers) {
        Map<PaperId, Set<UserRef>> readers = new HashMap<>();
        papers.forEach(paper -> lists.forEach((user, list) -> {
            if (list.containsKey(paper) && wants(user)) {
                readers.computeIfAbsent(paper, _ -> new LinkedHashSet<>()).add(user);
            }
        }));
        return readers;
    }

    @Override
    public synchronized boolean wants(UserRef user) {
        return !withoutNotes.contains(user);
    }

    @Override
    public synchronized void want(UserRef user, boolean notes) {
        if (notes) {
            withoutNotes.remove(user);
        } else {
            withoutNotes.add(user);
        }
    }

    private Map<PaperId, Instant> list(UserRef user) {
        return lists.computeIfAbsent(user, key -> new LinkedHashMap<>());
    }
}
