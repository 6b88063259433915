package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading lists that live as long as the process. */
public final class InMemoryReadingLists implements ReadingLists {

    private final Map<UserRef, Map<PaperId, Instant>> lists = new HashMap<>();

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

    private Map<PaperId, Instant> list(UserRef user) {
        return lists.computeIfAbsent(user, key -> new LinkedHashMap<>());
    }
}
