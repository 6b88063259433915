package dev.paperboy.source.jsonl;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.IdMonth;
import dev.paperboy.source.arxiv.AuthorLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A line in Paperboy's own shape. Without an id the paper is known by its DOI, and without that by its title. */
final class OwnLine {

    private OwnLine() {}

    static Paper paper(JsonNode json) {
        String title = LineFields.title(json);
        PaperId id = id(json, title);
        return new Paper(
                id,
                title,
                LineFields.text(json, "abstract").orElse(""),
                LineFields.text(json, "summary").orElse(""),
                authors(json.path("authors")),
                categories(json.path("categories")),
                published(json, id),
                LineFields.instant(json, "updated"),
                LineFields.count(json, "version"),
                LineFields.links(json),
                new Popularity(
                        LineFields.count(json, "upvotes"),
                        LineFields.count(json, "comments"),
                        LineFields.count(json, "github_stars")),
                json.path("withdrawn").asBoolean(false));
    }

    private static PaperId id(JsonNode json, String title) {
        return LineFields.id(json, "id")
                .or(() -> LineFields.id(json, "arxiv_id"))
                .or(() -> LineFields.id(json, "doi"))
                .orElseGet(() -> PaperId.ofTitle(title));
    }

    /**
     * Some lists know only on which day they carried a paper, and say so in {@code published_is_listing_day} or by
     * {@code listed_at} alone. That day is kept: it is days off at most, and the best that is known. Where it is months
     * off, the paper's id tells.
     */
    private static Optional<Instant> published(JsonNode json, PaperId id) {
        return Stream.of("published", "listed_at")
                .flatMap(key -> LineFields.instant(json, key).stream())
                .filter(at -> IdMonth.allows(id, at))
                .findFirst();
    }

    private static List<Author> authors(JsonNode value) {
        return value.isString()
                ? AuthorLine.read(value.stringValue())
                : LineFields.texts(value).map(Author::new).toList();
    }

    private static List<Category> categories(JsonNode value) {
        Stream<String> codes =
                value.isString() ? Arrays.stream(value.stringValue().split("[\\s,]+")) : LineFields.texts(value);
        return Category.among(codes);
    }
}
