package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.SourceException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page of the API's answer.
 *
 * @param total how many papers the whole answer has
 * @param entries how many entries the page has, readable or not
 * @param papers those that could be read, in the page's order
 */
record AtomFeed(int total, int entries, List<Paper> papers) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ARXIV = "http://arxiv.org/schemas/atom";
    private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

    /**
     * Reads a page.
     *
     * @throws SourceException if it is no feed, or an error in a feed's clothes
     */
    static AtomFeed read(InputStream body) {
        Element feed = Xml.read(body, ATOM, "feed");
        List<Element> entries = feed.all(ATOM, "entry").toList();
        entries.forEach(AtomFeed::refuseError);
        int total = feed.textOf(OPENSEARCH, "totalResults")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> SourceException.malformed("the feed does not tell how many results there are"));
        return new AtomFeed(
                total,
                entries.size(),
                entries.stream().flatMap(entry -> paper(entry).stream()).toList());
    }

    private static void refuseError(Element entry) {
        if (entry.textOf(ATOM, "id").orElse("").contains("/api/errors")) {
            throw SourceException.refused(
                    "arXiv says: " + entry.textOf(ATOM, "summary").orElse("error without text"));
        }
    }

    /** Empty if the entry lacks what makes a paper: an id and a title. */
    private static Optional<Paper> paper(Element entry) {
        Optional<PaperId.Mention> id = entry.textOf(ATOM, "id").flatMap(PaperId::mention);
        Optional<String> title = entry.textOf(ATOM, "title");
        return id.flatMap(mention -> title.map(text -> paper(entry, mention, text)));
    }

    private static Paper paper(Element entry, PaperId.Mention mention, String title) {
        String summary = entry.textOf(ATOM, "summary").orElse("");
        return new Paper(
                mention.id(),
                title,
                summary,
                "",
                authors(entry),
                Category.among(categories(entry)),
                instant(entry, "published"),
                instant(entry, "updated"),
                mention.version().orElse(0),
                Links.ofDoi(entry.textOf(ARXIV, "doi").flatMap(Links::doiIn)),
                Popularity.NONE,
                Withdrawal.isSaid(entry.textOf(ARXIV, "comment").orElse(""), summary));
    }

    private static List<Author> authors(Element entry) {
        return entry.all(ATOM, "author")
                .flatMap(author -> author.textOf(ATOM, "name").stream())
                .map(Author::new)
                .toList();
    }

    private static Stream<String> categories(Element entry) {
        return Stream.concat(entry.all(ARXIV, "primary_category"), entry.all(ATOM, "category"))
                .flatMap(category -> category.attribute("term").stream());
    }

    private static Optional<Instant> instant(Element entry, String name) {
        try {
            return entry.textOf(ATOM, name)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
