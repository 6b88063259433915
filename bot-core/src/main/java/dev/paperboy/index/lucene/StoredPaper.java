package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperIndexException;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a paper inside the index, from which it is rebuilt whole: compact JSON without what is not known. */
final class StoredPaper {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredPaper() {}

    static byte[] write(Paper paper) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", paper.id().value());
        node.put("title", paper.title());
        put(node, "abstract", paper.abstractText());
        put(node, "summary", paper.summary());
        put(node, "authors", paper.authors(), Author::name);
        put(node, "categories", paper.categories(), Category::code);
        paper.published().ifPresent(at -> node.put("published", at.toString()));
        paper.updated().ifPresent(at -> node.put("updated", at.toString()));
        put(node, "version", paper.version());
        paper.links().code().ifPresent(link -> node.put("code", link.toString()));
        paper.links().project().ifPresent(link -> node.put("project", link.toString()));
        paper.links().doi().ifPresent(doi -> node.put("doi", doi));
        put(node, "upvotes", paper.popularity().upvotes());
        put(node, "comments", paper.popularity().comments());
        put(node, "stars", paper.popularity().githubStars());
        if (paper.withdrawn()) {
            node.put("withdrawn", true);
        }
        return JSON.writeValueAsBytes(node);
    }

    static Paper read(byte[] bytes, int offset, int length) {
        try {
            JsonNode node = JSON.readTree(bytes, offset, length);
            return new Paper(
                    new PaperId(text(node, "id").orElseThrow()),
                    text(node, "title").orElseThrow(),
                    text(node, "abstract").orElse(""),
                    text(node, "summary").orElse(""),
                    list(node, "authors", Author::new),
                    list(node, "categories", Category::new),
                    text(node, "published").map(Instant::parse),
                    text(node, "updated").map(Instant::parse),
                    node.path("version").asInt(0),
                    new Links(
                            text(node, "code").map(URI::create),
                            text(node, "project").map(URI::create),
                            text(node, "doi")),
                    new Popularity(
                            node.path("upvotes").asInt(0),
                            node.path("comments").asInt(0),
                            node.path("stars").asInt(0)),
                    node.path("withdrawn").asBoolean(false));
        } catch (RuntimeException e) {
            throw new PaperIndexException(
                    PaperIndexException.Kind.MALFORMED,
                    "a stored paper is garbled; the next start of \"paperboy run\" rebuilds the index from what can be read",
                    e);
        }
    }

    private static void put(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static void put(ObjectNode node, String key, int value) {
        if (value != 0) {
            node.put(key, value);
        }
    }

    private static <T> void put(ObjectNode node, String key, List<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(key);
            values.forEach(value -> array.add(text.apply(value)));
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).map(JsonNode::stringValue);
    }

    private static <T> List<T> list(JsonNode node, String key, Function<String, T> make) {
        return node.path(key).valueStream().map(JsonNode::stringValue).map(make).toList();
    }
}
