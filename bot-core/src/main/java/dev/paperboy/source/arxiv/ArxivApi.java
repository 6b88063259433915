package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.SourceException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * arXiv's search API, for papers by id and for the newest of some categories. Its answers change once a day.
 *
 * @see <a href="https://info.arxiv.org/help/api/user-manual.html">the manual</a>
 */
public final class ArxivApi {

    /** arXiv's own address. */
    public static final URI BASE = URI.create("https://export.arxiv.org/api/query");

    /**
     * arXiv's rule for API, OAI-PMH and RSS and all hosts of one operator together: one request in three seconds, over
     * one connection.
     */
    public static final Duration DISTANCE = Duration.ofSeconds(3);

    /** How many results of one query can be reached in all. */
    static final int MOST_RESULTS = 30_000;

    private static final int IDS_A_REQUEST = 100;

    private final SourceClient client;
    private final URI base;

    /** @param client shared with everything else that talks to arXiv */
    public ArxivApi(SourceClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /**
     * Looks papers up.
     *
     * @param ids any; those that are not arXiv's are left out
     * @return what arXiv knows, in the order of the ids
     * @throws SourceException if arXiv cannot be asked
     */
    public List<Paper> byIds(Collection<PaperId> ids) {
        List<PaperId> known = ids.stream().filter(PaperId::isArxiv).distinct().toList();
        List<Paper> found = new ArrayList<>();
        for (int from = 0; from < known.size(); from += IDS_A_REQUEST) {
            found.addAll(lookUp(known.subList(from, Math.min(known.size(), from + IDS_A_REQUEST))));
        }
        return found;
    }

    private List<Paper> lookUp(List<PaperId> ids) {
        String list = ids.stream().map(PaperId::value).collect(Collectors.joining(","));
        Map<PaperId, Paper> found = new HashMap<>();
        AtomFeed answer = client.get(query("id_list=" + encoded(list), 0, ids.size()), AtomFeed::read);
        answer.papers().forEach(paper -> found.put(paper.id(), paper));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * One page of the papers in any of some categories, newest submission first.
     *
     * @throws SourceException if it comes empty although there is more, too
     */
    AtomFeed newest(List<String> categories, int start, int size) {
        String any = categories.stream().map(code -> "cat:" + code).collect(Collectors.joining(" OR "));
        String search = "search_query=" + encoded(any) + "&sortBy=submittedDate&sortOrder=descending";
        return client.get(query(search, start, size), body -> {
            AtomFeed page = AtomFeed.read(body);
            // Later pages sometimes come empty for no reason, and so do first ones: worth another attempt.
            if (page.entries() == 0 && (start < page.total() || start == 0)) {
                throw SourceException.unavailable("arXiv sent an empty page for " + any + " from " + start);
            }
            return page;
        });
    }

    private URI query(String what, int start, int size) {
        return URI.create(base + "?" + what + "&start=" + start + "&max_results=" + size);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
