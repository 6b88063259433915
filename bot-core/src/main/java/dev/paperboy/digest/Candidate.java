package dev.paperboy.digest;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.stream.Stream;

/**
 * A paper that an edition may bring.
 *
 * @param paper as the index knows it
 * @param why the reason, for people
 */
record Candidate(Paper paper, String why) {

    /** Each id by which it may have been posted: its own, and its DOI. */
    Stream<PaperId> ids() {
        return Stream.concat(Stream.of(paper.id()), paper.links().doi().flatMap(PaperId::doi).stream());
    }
}
