package dev.paperboy.index;

import dev.paperboy.chat.Excerpt;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps papers and finds them; safe for many threads at once.
 *
 * <p>What was added is found by every call that begins after {@code add} returned. Every method may throw
 * {@link PaperIndexException}; a query never does so by what it asks.
 */
public interface PaperIndex extends AutoCloseable {

    /** How long an excerpt is at most, in characters: three lines in a chat. */
    int EXCERPT = 240;

    /**
     * Adds or updates papers as one batch: all of it is found and survives a crash once this returns, or nothing of
     * it. A known paper is merged by {@link Paper#updatedBy}.
     */
    Added add(Collection<Paper> papers);

    /**
     * Adds or updates any number of papers in batches, each as {@link #add} does, holding only one batch in memory.
     *
     * @param acknowledged told after each batch what has been kept so far in all
     */
    Added addAll(Iterator<Paper> papers, Consumer<Added> acknowledged);

    /**
     * Replaces the counts of known papers; cheap enough for hundreds of papers an hour.
     *
     * @return how many of them are known
     */
    int updatePopularity(Map<PaperId, Popularity> counts);

    /** The paper with this id, or with this DOI among its links. */
    Optional<Paper> find(PaperId id);

    /** Those papers that are known, by the ids asked for and in their order. */
    Map<PaperId, Paper> findAll(Collection<PaperId> ids);

    /** The page of papers that answers a query best. */
    SearchPage search(PaperQuery query);

    /** The page of papers that answers a query best; if no paper holds its phrases, one for their words. */
    default SearchPage answer(PaperQuery query) {
        SearchPage page = search(query);
        return page.total() > 0 ? page : query.loosened().map(this::search).orElse(page);
    }

    /**
     * The passage of a paper's {@linkplain Paper#paragraph() paragraph} that answers a query best, with what is
     * {@linkplain PaperQuery#sought sought} marked in every form that a search would find; at most {@value #EXCERPT}
     * characters, and whole sentences where they fit.
     *
     * @param paper known or not
     * @return empty if nothing sought stands there
     */
    Optional<Excerpt> excerpt(PaperQuery query, Paper paper);

    /** Papers whose title and abstract resemble those of one, best first, never itself; empty if it is unknown. */
    List<Likeness> similar(PaperId id, int limit);

    /**
     * Papers that suit a taste, best first: those that resemble several of what was liked, by words and by meaning, and
     * nothing of what was not. The taste's own papers are not among them.
     *
     * @param within what a paper must fit strictly, as {@link #matching} has it
     * @param without papers to leave out, by any of their ids
     */
    List<Recommendation> recommend(Taste taste, PaperQuery within, Set<PaperId> without, int limit);

    /**
     * Those papers of a set that fit a query strictly: every plain word must occur. An empty query fits every known
     * paper.
     */
    Set<PaperId> matching(PaperQuery query, Set<PaperId> among);

    /**
     * Those papers that fit a query strictly, as {@link #matching} has it; most upvotes first, among equals the newest.
     *
     * @return with the exact total
     */
    SearchPage fitting(PaperQuery query);

    /** Completions of what is being typed, best first; quick enough to ask at every keystroke. */
    List<Suggestion> suggest(String typed, int limit);

    /** Papers that have no vector of this index's model yet, newest first; none if it has no model. */
    List<Paper> unembedded(int limit);

    /**
     * Keeps the vectors of papers as one batch, as {@link #add} does, but for papers whose text has changed since.
     *
     * @param vectors of {@link #embeddedText}, by the model that this index was opened with
     * @return how many were kept
     */
    int embed(Map<Paper, float[]> vectors);

    /** How many papers are found by meaning too, and not by their words alone. */
    int embedded();

    /**
     * Writes papers anew, from what is kept of them, that an older version of this program wrote in another form: newest
     * first, as one batch, as {@link #add} does. Until then they are found, but perhaps not by everything new.
     *
     * @param limit how many at most
     * @return how many were renewed; 0 if all are in today's form
     */
    int renew(int limit);

    /** How many papers {@link #renew} would write anew. */
    int outdated();

    /** What of a paper is embedded. */
    static String embeddedText(Paper paper) {
        return paper.title() + " " + paper.paragraph();
    }

    /** A number that changes with every visible change of the content, and only then. */
    long generation();

    /** How many papers there are. */
    int size();

    @Override
    void close();
}
