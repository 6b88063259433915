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
}
