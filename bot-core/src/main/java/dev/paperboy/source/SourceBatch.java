package dev.paperboy.source;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import java.util.List;

/**
 * What a source delivers at once.
 *
 * @param papers new and changed papers, possibly none
 * @param observations dated counts, possibly none
 * @param cursor to be kept once papers and observations are stored; at most some hundred thousand characters
 * @param more whether the next batch can be fetched right away
 */
public record SourceBatch(List<Paper> papers, List<Observation> observations, String cursor, boolean more) {

    public SourceBatch {
        papers = List.copyOf(papers);
        observations = List.copyOf(observations);
    }
}
