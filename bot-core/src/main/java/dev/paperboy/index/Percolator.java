package dev.paperboy.index;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Standing queries: tells which of many fit the papers that arrive, the other way round than a search. Safe for many
 * threads at once.
 *
 * <p>A paper fits a query here if and only if {@link PaperIndex#matching} of an index that holds the paper says so.
 */
public interface Percolator {

    /**
     * Has a query stand, in place of the one that stood under its key.
     *
     * @param key told by {@link #percolate}
     */
    void register(String key, PaperQuery query);

    /** Takes a query away, if one stands under the key. */
    void forget(String key);

    /**
     * The keys of the queries that fit each of some papers; papers that none fits are left out.
     *
     * @param papers known to an index or not; many at once are quicker than one by one
     */
    Map<PaperId, Set<String>> percolate(Collection<Paper> papers);
}
