package dev.paperboy.library;

import dev.paperboy.feed.OnDemand;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.file.Reference;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the papers that references mean: by id, link or DOI, of arXiv if need be, and else by title. */
final class Resolution {

    /** A person waits; what arXiv has not told by then is left for another time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How many papers whose titles hold the words of a title are looked at. */
    private static final int LOOKED_AT = 20;

    private final PaperIndex index;
    private final QueryParser parser;
    private final OnDemand papers;

    Resolution(PaperIndex index, QueryParser parser, OnDemand papers) {
        this.index = index;
        this.parser = parser;
        this.papers = papers;
    }

    /**
     * What was found.
     *
     * @param papers which paper a reference means
     * @param unasked references of papers of which arXiv has not told whether there are such
     */
    record Resolved(Map<Reference, PaperId> papers, Set<Reference> unasked) {}

    Resolved of(List<Reference> references) {
        List<PaperId> ids = references.stream()
                .map(Reference::ids)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<PaperId, Paper> known = index.findAll(ids);
        List<PaperId> unknown = references.stream()
                .filter(reference -> reference.ids().stream().noneMatch(known::containsKey))
                .map(Reference::ids)
                .flatMap(Collection::stream)
                .toList();
        OnDemand.BroughtAll brought = papers.bringAll(unknown, PATIENCE);
        Map<PaperId, Paper> all = new HashMap<>(known);
        all.putAll(brought.papers());

        Map<Reference, PaperId> found = new HashMap<>();
        Set<Reference> unasked = new HashSet<>();
        for (Reference reference : references) {
            Optional<PaperId> paper = reference.ids().stream()
                    .map(id -> Optional.ofNullable(all.get(id)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(Paper::id)
                    .or(() -> byTitle(reference));
            paper.ifPresent(id -> found.put(reference, id));
            if (paper.isEmpty() && reference.ids().stream().anyMatch(brought.unasked()::contains)) {
                unasked.add(reference);
            }
        }
        return new Resolved(found, unasked);
    }

    /** The one paper of this title, if an author fits too; a title that several have names none of them. */
    private Optional<PaperId> byTitle(Reference reference) {
        PaperId wanted = PaperId.ofTitle(reference.title());
        List<PaperId> same = reference.title().isBlank()
                ? List.of()
                : index
                        .fitting(parser.parse(
                                        "title:\"" + reference.title().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ") + "\"")
                                .withLimit(LOOKED_AT))
                        .hits()
                        .stream()
                        .map(Hit::paper)
                        .filter(paper -> PaperId.ofTitle(paper.title()).equals(wanted))
                        .filter(paper -> isBy(reference.authors(), paper))
                        .map(Paper::id)
                        .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static boolean isBy(String authors, Paper paper) {
        String names = " " + words(authors) + " ";
        return names.isBlank()
                || paper.authors().isEmpty()
                || paper.authors().stream()
                        .map(Author::name)
                        .map(Resolution::words)
                        .anyMatch(name -> names.contains(" " + name.substring(name.lastIndexOf(' ') + 1) + " "));
    }

    private static String words(String text) {
        return PaperId.ofTitle(text).value().replaceFirst("^title:", "").replace('-', ' ');
    }
}
