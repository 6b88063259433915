package dev.paperboy.source.huggingface;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.IdMonth;
import dev.paperboy.source.WebLink;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads one item of a daily list, leniently: fields have moved between the item and the paper inside it, and most may
 * be missing. Users, avatars and what a model wrote are left where they are.
 */
final class ItemReader {

    private ItemReader() {}

    /** Empty if the item lacks what makes a paper: an id and a title. */
    static Optional<DailyList.Item> read(JsonNode item) {
        Optional<PaperId> id = text(item, "id").flatMap(PaperId::parse);
        Optional<String> title = text(item, "title");
        return id.flatMap(known -> title.map(text -> read(item, known, text)));
    }

    private static DailyList.Item read(JsonNode item, PaperId id, String title) {
        OptionalInt upvotes = count(item, "upvotes");
        OptionalInt comments = count(item, "numComments");
        OptionalInt stars = count(item, "githubStars");
        Paper paper = new Paper(
                id,
                title,
                text(item, "summary").orElse(""),
                "",
                authors(item),
                List.of(),
                published(item, id),
                Optional.empty(),
                0,
                new Links(link(item, "githubRepo"), link(item, "projectPage"), Optional.empty()),
                new Popularity(upvotes.orElse(0), comments.orElse(0), stars.orElse(0)),
                false);
        return new DailyList.Item(paper, upvotes, comments, stars);
    }

    /** A field of the inner paper, else of the item around it. */
    private static Stream<JsonNode> field(JsonNode item, String name) {
        return Stream.of(item.path("paper").path(name), item.path(name)).filter(node -> !node.isMissingNode());
    }

    private static Optional<String> text(JsonNode item, String name) {
        return field(item, name)
                .filter(JsonNode::isString)
                .map(node -> node.stringValue().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static OptionalInt count(JsonNode item, String name) {
        return field(item, name)
                .filter(node -> node.canConvertToInt() && node.isIntegralNumber())
                .mapToInt(JsonNode::intValue)
                .filter(count -> count >= 0)
                .findFirst();
    }

    private static List<Author> authors(JsonNode item) {
        return field(item, "authors")
                .limit(1)
                .flatMap(list -> list.valueStream())
                .map(author -> author.path("name"))
                .filter(name -> name.isString() && !name.stringValue().isBlank())
                .map(name -> new Author(name.stringValue()))
                .toList();
    }

    /**
     * The inner date: the outer one is the instant of listing in old lists, and the inner one some hours off in new
     * ones.
     */
    private static Optional<Instant> published(JsonNode item, PaperId id) {
        JsonNode date = item.path("paper").path("publishedAt");
        if (!date.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(date.stringValue()).toInstant())
                    .filter(at -> IdMonth.allows(id, at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> link(JsonNode item, String name) {
        return text(item, name).flatMap(WebLink::read);
    }
}
