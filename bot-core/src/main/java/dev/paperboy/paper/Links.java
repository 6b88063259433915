package dev.paperboy.paper;

import java.net.URI;
import java.util.Optional;

/**
 * Where else a paper lives, beyond the addresses that follow from its id.
 *
 * @param code the source code repository
 * @param project the project page
 * @param doi the DOI of the published version, bare and in lower case
 */
public record Links(Optional<URI> code, Optional<URI> project, Optional<String> doi) {

    /** No further address known. */
    public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing but the DOI of the published version, if there is one. */
    public static Links ofDoi(Optional<String> doi) {
        return new Links(Optional.empty(), Optional.empty(), doi);
    }

    /**
     * The DOI of the published version in what a source writes under that name; of several, separated by spaces, the
     * first. The DOI that arXiv gives a paper itself is none.
     */
    public static Optional<String> doiIn(String written) {
        return PaperId.parse(written.strip().split("\\s+", 2)[0])
                .map(PaperId::value)
                .filter(id -> id.startsWith("doi:"))
                .map(id -> id.substring("doi:".length()));
    }
}
