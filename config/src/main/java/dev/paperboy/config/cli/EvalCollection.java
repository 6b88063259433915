package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.jsonl.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test collection in BEIR's shape: documents and queries, whose ids are whatever the collection calls them. */
final class EvalCollection {

    private static final String ID_PREFIX = "title:document-";
    /** A paper has a title; this one holds no word. */
    private static final String UNTITLED = "—";

    private final List<Document> documents;
    private final List<Query> queries;

    /** A document as the collection has it. */
    private record Document(String id, String title, String text) {}

    /** A question of the collection. */
    record Query(String id, String text) {}

    private EvalCollection(List<Document> documents, List<Query> queries) {
        this.documents = documents;
        this.queries = queries;
    }

    /** @throws BadInput naming the first line that is not of this shape, or an id that stands twice */
    static EvalCollection read(Path corpus, Path queries) {
        List<Document> documents = lines(
                corpus,
                json -> new Document(
                        id(json),
                        text(json, "title").orElse(""),
                        text(json, "text").orElse("")));
        List<Query> asked =
                lines(queries, json -> new Query(id(json), text(json, "text").orElseThrow(() -> missing("text"))));
        requireUnique(corpus, documents.stream().map(Document::id).toList());
        requireUnique(queries, asked.stream().map(Query::id).toList());
        return new EvalCollection(documents, asked);
    }

    int size() {
        return documents.size();
    }

    List<Query> queries() {
        return queries;
    }

    /** The documents as papers, made while they are asked for. */
    Iterator<Paper> papers() {
        return IntStream.range(0, documents.size())
                .mapToObj(at -> {
                    Document document = documents.get(at);
                    String title = document.title().isBlank() ? UNTITLED : document.title();
                    return Paper.of(new PaperId(ID_PREFIX + at), title).withAbstract(document.text());
                })
                .iterator();
    }

    /** What the collection calls a paper. */
    String idOf(PaperId paper) {
        return documents
                .get(Integer.parseInt(paper.value().substring(ID_PREFIX.length())))
                .id();
    }

    private static <T> List<T> lines(Path file, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        try (JsonLines lines = JsonLines.open(file)) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                all.add(line(file, next.get(), read));
            }
        } catch (IOException e) {
            throw InputFiles.unreadable(file, e);
        }
        if (all.isEmpty()) {
            throw new BadInput(file + " is empty");
        }
        return all;
    }

    private static <T> T line(Path file, JsonLines.Line line, Function<JsonNode, T> read) {
        try {
            if (line.fault().isPresent()) {
                throw new IllegalArgumentException(line.fault().get());
            }
            return read.apply(JsonMapper.shared().readTree(line.text()));
        } catch (JacksonException e) {
            throw new BadInput(file + ":" + line.number() + ": no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ":" + line.number() + ": " + e.getMessage(), e);
        }
    }

    /** A run separates its columns by blanks, so an id can hold none. */
    private static String id(JsonNode json) {
        String id = text(json, "_id").orElseThrow(() -> missing("_id"));
        if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("an _id holds no blanks: '" + id + "'");
        }
        return id;
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key))
                .filter(value -> value.isString() || value.isNumber())
                .map(JsonNode::asString);
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("no " + key);
    }

    private static void requireUnique(Path file, List<String> ids) {
        SequencedSet<String> seen = new LinkedHashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new BadInput(file + ": the _id " + id + " stands twice");
            }
        }
    }
}
