package dev.paperboy.paper;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A research paper as Paperboy knows it.
 *
 * @param id its one identity
 * @param title one line; never blank
 * @param abstractText the abstract as one paragraph, empty if unknown
 * @param summary one sentence of Paperboy's own, empty if there is none
 * @param authors in the order of the paper, possibly empty
 * @param categories primary first, possibly empty
 * @param published when the first version appeared; some sources know only the day (then 00:00 UTC)
 * @param updated when the newest known version appeared
 * @param version the newest known version, 0 if unknown
 * @param links addresses beyond those that follow from the id
 * @param popularity last known counts
 * @param withdrawn whether the authors have taken it back, as of {@code version}
 */
public record Paper(
        PaperId id,
        String title,
        String abstractText,
        String summary,
        List<Author> authors,
        List<Category> categories,
        Optional<Instant> published,
        Optional<Instant> updated,
        int version,
        Links links,
        Popularity popularity,
        boolean withdrawn) {

    private static final int AUTHORS_SHOWN = 3;

    public Paper {
        title = oneLine(title);
        abstractText = oneLine(abstractText);
        summary = oneLine(summary);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a paper has a title: " + id);
        }
    }

    /** A paper of which only id and title are known. */
    public static Paper of(PaperId id, String title) {
        return new Paper(
                id,
                title,
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                Links.NONE,
                Popularity.NONE,
                false);
    }

    /** The same record under another id of the same paper. */
    public Paper withId(PaperId other) {
        return new Paper(
                other,
                title,
                abstractText,
                summary,
                authors,
                categories,
                published,
                updated,
                version,
                links,
                popularity,
                withdrawn);
    }

    public Paper withAbstract(String text) {
        return new Paper(
                id,
                title,
                text,
                summary,
                authors,
                categories,
                published,
                updated,
                version,
                links,
                popularity,
                withdrawn);
    }

    public Paper withAuthors(List<Author> names) {
        return new Paper(
                id,
                title,
                abstractText,
                summary,
                names,
                categories,
                published,
                updated,
                version,
                links,
                popularity,
                withdrawn);
    }

    public Paper withCategories(List<Category> codes) {
        return new Paper(
                id,
                title,
                abstractText,
                summary,
                authors,
                codes,
                published,
                updated,
                version,
                links,
                popularity,
                withdrawn);
    }

    public Paper withPublished(Instant at) {
        return new Paper(
                id,
                title,
                abstractText,
                summary,
                authors,
                categories,
                Optional.of(at),
                updated,
                version,
                links,
                popularity,
                withdrawn);
    }

    public Paper withPopularity(Popularity counts) {
        return new Paper(
                id,
                title,
                abstractText,
                summary,
                authors,
                categories,
                published,
                updated,
                version,
                links,
                counts,
                withdrawn);
    }

    /** Where a person reads about it. */
    public URI url() {
        return id.url();
    }

    /** The paragraph to show: the abstract, else our own sentence, else nothing. */
    public String paragraph() {
        return abstractText.isEmpty() ? summary : abstractText;
    }

    /** Its authors in one short line, the same everywhere: up to three names, then how many more. */
    public String byline() {
        String shown = authors.stream().limit(AUTHORS_SHOWN).map(Author::name).collect(Collectors.joining(", "));
        int more = authors.size() - AUTHORS_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /**
     * This record brought up to date by another of the same paper: what the newer one knows wins, what it does not
     * know is kept, so that a list without abstracts never empties one.
     *
     * @throws IllegalArgumentException if the other record is of another paper
     */
    public Paper updatedBy(Paper newer) {
        if (!id.equals(newer.id)) {
            throw new IllegalArgumentException(newer.id + " cannot update " + id);
        }
        return new Paper(
                id,
                newer.title,
                prefer(newer.abstractText, abstractText),
                prefer(newer.summary, summary),
                newer.authors.isEmpty() ? authors : newer.authors,
                newer.categories.isEmpty() ? categories : newer.categories,
                earlier(published, newer.published),
                later(updated, newer.updated),
                Math.max(version, newer.version),
                new Links(
                        newer.links.code().or(links::code),
                        newer.links.project().or(links::project),
                        newer.links.doi().or(links::doi)),
                newer.popularity.equals(Popularity.NONE) ? popularity : newer.popularity,
                withdrawnAfter(newer));
    }

    /** A version that is known and no older decides: papers come back. What does not tell its version can only add. */
    private boolean withdrawnAfter(Paper newer) {
        boolean decides = newer.version > 0 && newer.version >= version;
        return decides ? newer.withdrawn : withdrawn || newer.withdrawn;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }

    private static String prefer(String newer, String older) {
        return newer.isEmpty() ? older : newer;
    }

    private static String oneLine(String text) {
        return isOneLine(text) ? text : text.strip().replaceAll("\\s+", " ");
    }

    /** Nearly every text is: an expression for the others costs an import an eighth of its time. */
    private static boolean isOneLine(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ' ? afterSpace : Character.isWhitespace(letter)) {
                return false;
            }
            afterSpace = letter == ' ';
        }
        return !afterSpace || text.isEmpty();
    }
}
