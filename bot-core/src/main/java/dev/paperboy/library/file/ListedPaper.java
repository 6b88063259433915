package dev.paperboy.library.file;

import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.Paper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a file tells of one paper of a list.
 *
 * @param entry its reader's own part
 * @param paper what the index knows of it; for one that it has lost, the id alone as title
 */
public record ListedPaper(SavedEntry entry, Paper paper) {

    public ListedPaper {
        if (!entry.paper().equals(paper.id())) {
            throw new IllegalArgumentException(paper.id() + " is not " + entry.paper());
        }
    }

    /** The day of its first version, in UTC. */
    Optional<LocalDate> day() {
        return paper.published().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** Bare and in lower case: where it was published, else what arXiv registers for each of its papers. */
    Optional<String> doi() {
        String id = paper.id().value();
        if (id.startsWith("doi:")) {
            return Optional.of(id.substring("doi:".length()));
        }
        return paper.links()
                .doi()
                .or(() -> paper.id().isArxiv() ? Optional.of("10.48550/arxiv." + id) : Optional.empty());
    }
}
