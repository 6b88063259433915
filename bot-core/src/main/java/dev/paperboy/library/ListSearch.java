package dev.paperboy.library;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds papers on a list: by the whole search syntax, by {@code #tags}, and by what stands in the note. */
final class ListSearch {

    private final PaperIndex index;
    private final QueryParser parser;

    /**
     * What was found.
     *
     * @param entries those that fit, in the order of the list
     * @param reading what should be said of how the query was understood, possibly empty
     */
    record Found(List<SavedEntry> entries, String reading) {}

    ListSearch(PaperIndex index, QueryParser parser) {
        this.index = index;
        this.parser = parser;
    }

    /** The entries of a shelf that fit a query, if there is one. */
    Found of(List<SavedEntry> list, Shelf shelf, Optional<String> query) {
        List<SavedEntry> there = shelf.of(list);
        return query.map(text -> among(there, text)).orElseGet(() -> new Found(there, ""));
    }

    /** Those entries that have every tag of a text, and fit the rest of it by paper or by note. */
    private Found among(List<SavedEntry> entries, String text) {
        Remark sought = Remark.of(text);
        List<SavedEntry> tagged = entries.stream()
                .filter(entry -> entry.remark().tags().containsAll(sought.tags()))
                .toList();
        if (sought.note().isEmpty()) {
            return new Found(tagged, "");
        }
        PaperQuery query = parser.parse(sought.note());
        Set<PaperId> fitting = query.isEmpty() ? new HashSet<>() : fitting(query, tagged);
        String words = sought.note().toLowerCase(Locale.ROOT);
        tagged.stream()
                .filter(entry -> entry.remark().note().toLowerCase(Locale.ROOT).contains(words))
                .forEach(entry -> fitting.add(entry.paper()));
        return new Found(
                tagged.stream().filter(entry -> fitting.contains(entry.paper())).toList(), query.reading());
    }

    private Set<PaperId> fitting(PaperQuery query, List<SavedEntry> entries) {
        Set<PaperId> papers = entries.stream().map(SavedEntry::paper).collect(Collectors.toSet());
        return new HashSet<>(index.matching(query, papers));
    }
}
