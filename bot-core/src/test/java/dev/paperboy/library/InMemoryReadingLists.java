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
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reading lists that live as long as the process. */
public final class InMemoryReadingLists implements ReadingLists {

    private final Map<UserRef, Map<PaperId, Row>> lists = new LinkedHashMap<>();
    private final Set<UserRef> withoutNotes = new HashSet<>();

    /** A paper that is on a list, or was taken off it. */
    private record Row(SavedEntry entry, Optional<Instant> removedAt) {

        boolean stands() {
            return removedAt.isEmpty();
        }

        Row putBack(Instant at) {
            boolean keepsPlace =
                    removedAt.map(gone -> !gone.plus(PLACE_KEPT).isBefore(at)).orElse(true);
            return new Row(
                    new SavedEntry(entry.paper(), keepsPlace ? entry.savedAt() : at, entry.state(), entry.remark()),
                    Optional.empty());
        }
    }

    @Override
    public synchronized boolean save(UserRef user, PaperId paper, Instant at) {
        forgetRemoved(at);
        Instant savedAt = at.truncatedTo(ChronoUnit.MILLIS);
        Row before = list(user).get(paper);
        list(user)
                .put(
                        paper,
                        before == null
                                ? new Row(SavedEntry.of(paper, savedAt), Optional.empty())
                                : before.putBack(savedAt));
        return before == null || !before.stands();
    }

    @Override
    public synchronized int addAll(UserRef user, List<SavedEntry> entries) {
        int added = 0;
        for (SavedEntry entry : entries) {
            Optional<SavedEntry> there = find(user, entry.paper());
            if (there.isEmpty()) {
                list(user).remove(entry.paper());
                added++;
            }
            SavedEntry kept = there.map(standing -> standing.adding(entry)).orElse(entry);
            list(user).put(entry.paper(), new Row(kept, Optional.empty()));
        }
        return added;
    }

    @Override
    public synchronized boolean remove(UserRef user, PaperId paper, Instant at) {
        forgetRemoved(at);
        boolean stood = contains(user, paper);
        if (stood) {
            list(user).computeIfPresent(paper, (same, row) -> new Row(row.entry(), Optional.of(at)));
        }
        return stood;
    }

    private void forgetRemoved(Instant at) {
        lists.values()
                .forEach(list -> list.values()
                        .removeIf(row -> row.removedAt()
                                .map(gone -> gone.plus(REMARK_KEPT).isBefore(at))
                                .orElse(false)));
    }

    @Override
    public synchronized Optional<SavedEntry> find(UserRef user, PaperId paper) {
        return Optional.ofNullable(list(user).get(paper)).filter(Row::stands).map(Row::entry);
    }

    @Override
    public synchronized void mark(UserRef user, PaperId paper, ReadingState state) {
        change(user, paper, old -> new SavedEntry(paper, old.savedAt(), state, old.remark()));
    }

    @Override
    public synchronized void annotate(UserRef user, PaperId paper, Remark remark) {
        change(user, paper, old -> new SavedEntry(paper, old.savedAt(), old.state(), remark));
    }

    private void change(UserRef user, PaperId paper, UnaryOperator<SavedEntry> change) {
        list(user)
                .computeIfPresent(
                        paper, (same, row) -> row.stands() ? new Row(change.apply(row.entry()), row.removedAt()) : row);
    }

    @Override
    public synchronized Set<PaperId> everOn(UserRef user) {
        return Set.copyOf(list(user).keySet());
    }

    @Override
    public synchronized List<SavedEntry> entries(UserRef user) {
        return List.copyOf(list(user).values()).reversed().stream()
                .filter(Row::stands)
                .map(Row::entry)
                .sorted(Comparator.comparing(SavedEntry::savedAt).reversed())
                .toList();
    }

    @Override
    public synchronized Map<PaperId, Set<UserRef>> readersOf(Collection<PaperId> papers) {
        Map<PaperId, Set<UserRef>> readers = new HashMap<>();
        papers.forEach(paper -> lists.keySet().stream()
                .filter(user -> find(user, paper)
                        .filter(entry -> entry.state() != ReadingState.NOT_INTERESTED)
                        .isPresent())
                .filter(this::wants)
                .forEach(user -> readers.computeIfAbsent(paper, _ -> new LinkedHashSet<>())
                        .add(user)));
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

    private Map<PaperId, Row> list(UserRef user) {
        return lists.computeIfAbsent(user, key -> new LinkedHashMap<>());
    }
}
